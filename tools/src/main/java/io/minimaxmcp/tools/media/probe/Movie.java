package io.minimaxmcp.tools.media.probe;

import io.minimaxmcp.tools.media.probe.Boxes.Box;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The movie box of MP4 and MOV: length, and what its tracks show and sound like. */
final class Movie {
    private static final int MOST_TIMES = 1_000;

    private final Boxes boxes;
    private final Bytes in;
    private final Findings found;
    private boolean pictures;
    private boolean sound;

    Movie(Boxes boxes, Findings found) {
        this.boxes = boxes;
        this.in = boxes.bytes();
        this.found = found;
    }

    /** Whether something sounds and nothing shows. */
    boolean isSoundOnly() {
        return sound && !pictures;
    }

    void read() throws IOException {
        for (Box box : boxes.top()) {
            if (box.name().equals("moov")) {
                for (Box part : boxes.in(box)) {
                    readPart(part);
                }
            }
        }
    }

    private void readPart(Box part) throws IOException {
        switch (part.name()) {
            case "mvhd" -> {
                boolean wide = in.u8(part.content()) == 1;
                long clock = part.content() + (wide ? 20 : 12);
                found.duration(wide ? in.i64(clock + 4) : in.u32(clock + 4), in.u32(clock));
            }
            case "trak" -> readTrack(part);
            default -> {}
        }
    }

    private void readTrack(Box track) throws IOException {
        Box media = boxes.find(track, "mdia");
        Box handler = media == null ? null : boxes.find(media, "hdlr");
        if (media == null || handler == null) {
            return;
        }
        String kind = in.name(handler.content() + 8);
        pictures |= kind.equals("vide");
        sound |= kind.equals("soun");
        Box header = boxes.find(track, "tkhd");
        if (kind.equals("vide") && header != null) {
            readSize(header);
        }
        Box information = boxes.find(media, "minf");
        Box table = information == null ? null : boxes.find(information, "stbl");
        if (table != null) {
            readTable(table, kind, boxes.find(media, "mdhd"));
        }
    }

    private void readSize(Box header) throws IOException {
        long matrix = header.content() + (in.u8(header.content()) == 1 ? 52 : 40);
        long width = in.u32(matrix + 36) >> 16;
        long height = in.u32(matrix + 40) >> 16;
        boolean onItsSide = in.u32(matrix) == 0 && in.u32(matrix + 4) != 0;
        found.size(onItsSide ? height : width, onItsSide ? width : height);
    }

    private void readTable(Box table, String kind, @Nullable Box header) throws IOException {
        for (Box part : boxes.in(table)) {
            if (part.name().equals("stsd") && in.u32(part.content() + 4) > 0) {
                readDescription(part.content() + 8, kind);
            } else if (part.name().equals("stts") && kind.equals("vide") && header != null) {
                readTimes(part, in.u32(header.content() + (in.u8(header.content()) == 1 ? 20 : 12)));
            }
        }
    }

    private void readDescription(long entry, String kind) throws IOException {
        if (kind.equals("vide") || kind.equals("soun")) {
            found.codec(in.name(entry + 4).strip());
        }
        if (kind.equals("soun")) {
            found.sound(in.u32(entry + 32) >> 16, in.u16(entry + 24));
        }
    }

    private void readTimes(Box times, long clock) throws IOException {
        double frames = 0;
        double ticks = 0;
        long entries = Math.min(in.u32(times.content() + 4), MOST_TIMES);
        for (long at = times.content() + 8; entries > 0 && at + 8 <= times.end(); at += 8, entries--) {
            frames += in.u32(at);
            ticks += (double) in.u32(at) * in.u32(at + 4);
        }
        if (ticks > 0) {
            found.framesPerSecond(frames * clock / ticks);
        }
    }
}
