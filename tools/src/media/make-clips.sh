#!/bin/sh
# Remakes the clips that sandbox.studio.Clip cuts its videos from. Needs ffmpeg with libx264 and a TrueType font; not
# part of the build. Usage: make-clips.sh [font.ttf]
set -eu
font=${1:-/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf}
out=$(dirname "$0")/../main/resources/io/minimaxmcp/tools/sandbox/studio
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT

# One still landscape: a sky from blue to apricot and two rows of hills.
hills="lt(Y,H*(0.66-0.06*sin(X/W*7)))"
near="lt(Y,H*(0.80-0.04*sin(X/W*11+2)))"
picture() {
    ffmpeg -nostdin -v error -y -f lavfi -i "color=s=$1x$2:d=1:r=1,format=gbrp,geq=\
r='if($hills,40+200*Y/H,if($near,60,32))':\
g='if($hills,90+110*Y/H,if($near,96,62))':\
b='if($hills,150+10*Y/H,if($near,92,66))'" -frames:v 1 "$work/picture.png"
}

# name width height seconds: a sun crosses the sky, a bar and a count of seconds tell the time.
# No B-frames and a single slice a picture, so that the stream may end after any frame; no SEI, which names the encoder.
clip() {
    picture "$2" "$3"
    sun=$(($3 / 5 / 2 * 2))
    ffmpeg -nostdin -v error -y -loop 1 -framerate 24 -t "$4" -i "$work/picture.png" \
        -f lavfi -i "color=c=0xfff2cc:s=${sun}x${sun}:r=24:d=$4,format=yuva420p,geq=\
lum='p(X,Y)':cb='cb(X,Y)':cr='cr(X,Y)':a='if(lt(hypot(X-W/2,Y-H/2),W/2-1),255,0)'" \
        -filter_complex "[0][1]overlay=x='W*(0.05+0.8*t/15)':y='H*(0.30-0.22*sin(PI*t/15))',\
drawbox=x=iw*0.04:y=ih*0.95:w=iw*0.92:h=ih*0.012:color=0x203838:t=fill,\
drawtext=fontfile=$font:text='SANDBOX':x=w*0.04:y=h*0.87:fontsize=h/18:fontcolor=white,\
drawtext=fontfile=$font:text='%{eif\:t\:d\:2} s':x=w*0.87:y=h*0.87:fontsize=h/18:fontcolor=white[scene];\
color=c=white:s=$(($2 * 92 / 100))x$(($3 * 12 / 1000)):r=24:d=$4[bar];\
[scene][bar]overlay=x='W*0.04-w+w*min(1,t/15)':y='H*0.95',drawbox=x=0:y=ih*0.945:w=iw*0.04:h=ih*0.025:color=0x203e42:t=fill,\
format=yuv420p" \
        -t "$4" -c:v libx264 -profile:v high -preset slow -crf 33 -bf 0 -refs 1 -g 120 -sc_threshold 0 -x264-params slices=1 \
        -bsf:v filter_units=remove_types=6 -f h264 "$out/$1.h264"
}

clip 512p 910 512 10
clip 720p 1280 720 10
clip 768p 1366 768 10
clip 1080p 1920 1080 10
clip h3-480p 832 480 15
clip h3-768p 1344 768 15
clip h3-2k 2560 1440 15

# Two soft chords that drift between left and right.
ffmpeg -nostdin -v error -y -f lavfi -i "aevalsrc=exprs=\
0.10*(sin(2*PI*220*t)+sin(2*PI*277.2*t)+sin(2*PI*329.6*t))*(0.6+0.4*sin(2*PI*t/5))|\
0.10*(sin(2*PI*220*t)+sin(2*PI*293.7*t)+sin(2*PI*370*t))*(0.6-0.4*sin(2*PI*t/5)):s=32000:d=15.2" \
    -c:a aac -b:a 32k -bitexact -f adts "$out/h3.aac"
ls -l "$out"
