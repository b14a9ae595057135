package io.minimaxmcp.tools.sandbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an MP4 or MOV file tells of itself, and what the second video generation asks of one (reference, sections 3.1 and 3.6). */
record FilmFacts(double seconds, PictureSize size, long frames, double framesPerSecond, Set<String> codecs) {
    private static final Set<String> PICTURES = Set.of("avc1", "avc3", "hvc1", "hev1");
    private static final Set<String> SOUNDS = Set.of("mp4a", ".mp3");

    /** Refuses what cannot be read. */
    static FilmFacts of(byte[] bytes) {
        try {
            return new Reader(ByteBuffer.wrap(bytes)).read();
        } catch (IndexOutOfBoundsException e) {
            throw Refusal.invalid("the video cannot be decoded");
        }
    }

    /** As a reference. */
    @Nullable
    String complaint() {
        if (codecs.stream().noneMatch(PICTURES::contains)
                || codecs.stream().anyMatch(codec -> !PICTURES.contains(codec) && !SOUNDS.contains(codec))) {
            return "must be H.264 or H.265 with AAC or MP3, not " + codecs;
        }
        if (seconds < 2 || seconds > 15) {
            return "must last 2 to 15 s, not " + seconds;
        }
        // 23.976 is how 24000/1001 is written.
        return framesPerSecond < 23.97 || framesPerSecond > 60
                ? "must have 23.976 to 60 frames a second, not " + framesPerSecond
                : size.complaint();
    }

    /** As what is to be made again in 2K. */
    @Nullable
    String complaintAsBase() {
        int area = size.width() * size.height();
        if (codecs.stream().noneMatch(SOUNDS::contains)) {
            return "must have an audio track";
        }
        if (Math.abs(framesPerSecond - 24) > 0.01) {
            return "must have 24 frames a second, not " + framesPerSecond;
        }
        if (frames < 107 || frames > 362 || (frames - 107) % 17 != 0) {
            return "must have 107 to 362 frames in steps of 17, not " + frames;
        }
        return size.width() % 32 != 0 || size.height() % 32 != 0 || area < 589_824 || area > 1_032_192
                ? "must have sides divisible by 32 and an area of 589824 to 1032192 px"
                : null;
    }

    /** Walks through the boxes; what a track is follows from those before. */
    private static final class Reader {
        private final ByteBuffer file;
        private final Set<String> codecs = new HashSet<>();
        private double seconds;
        private PictureSize size = new PictureSize(0, 0);
        private PictureSize trackSize = size;
        private String kind = "";
        private long clock = 1;
        private long frames;
        private double framesPerSecond;

        Reader(ByteBuffer file) {
            this.file = file;
        }

        FilmFacts read() {
            walk(0, file.limit());
            return new FilmFacts(seconds, size, frames, framesPerSecond, Set.copyOf(codecs));
        }

        private void walk(int from, int to) {
            for (int at = from; at + 8 <= to; at += Math.max(8, file.getInt(at))) {
                int content = at + 8;
                switch (name(at + 4)) {
                    case "moov", "trak", "mdia", "minf", "stbl" -> walk(content, at + file.getInt(at));
                    case "mvhd" -> seconds = (double) length(content) / Math.max(1, clock(content));
                    case "tkhd" -> {
                        int sides = content + (isWide(content) ? 88 : 76);
                        trackSize = new PictureSize(file.getInt(sides) >>> 16, file.getInt(sides + 4) >>> 16);
                    }
                    case "mdhd" -> clock = clock(content);
                    case "hdlr" -> kind(name(content + 8));
                    case "stsd" -> codecs.add(name(content + 12));
                    case "stts" -> times(content);
                    default -> {}
                }
            }
        }

        private void kind(String told) {
            kind = told;
            size = told.equals("vide") ? trackSize : size;
        }

        private void times(int content) {
            if (!kind.equals("vide")) {
                return;
            }
            long ticks = 0;
            for (int entry = 0; entry < file.getInt(content + 4); entry++) {
                long count = Integer.toUnsignedLong(file.getInt(content + 8 + 8 * entry));
                frames += count;
                ticks += count * Integer.toUnsignedLong(file.getInt(content + 12 + 8 * entry));
            }
            framesPerSecond = (double) frames * clock / Math.max(1, ticks);
        }

        private long clock(int header) {
            return Integer.toUnsignedLong(file.getInt(header + (isWide(header) ? 20 : 12)));
        }

        private long length(int header) {
            return isWide(header) ? file.getLong(header + 24) : Integer.toUnsignedLong(file.getInt(header + 16));
        }

        private boolean isWide(int header) {
            return file.get(header) == 1;
        }

        private String name(int at) {
            byte[] letters = new byte[4];
            file.get(at, letters);
            return new String(letters, StandardCharsets.ISO_8859_1);
        }
    }
}
