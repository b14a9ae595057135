package io.minimaxmcp.tools.media.probe;

import java.io.IOException;

/** Opus and Vorbis in Ogg: the length is the position on the last page. */
final class Ogg {
    private static final int OPUS_CLOCK = 48_000;
    private static final int LARGEST_PAGE = 65_307;
    private static final int PACKET = 28;

    private Ogg() {}

    static boolean read(Bytes in, Findings found) throws IOException {
        if (!in.has(0, "OggS")) {
            return false;
        }
        found.type("audio/ogg");
        long serial = in.u32(14);
        if (in.has(PACKET, "OpusHead")) {
            found.type("audio/ogg");
            found.sound(OPUS_CLOCK, in.u8(PACKET + 9));
            found.duration(lastPosition(in, serial) - in.littleU16(PACKET + 10), OPUS_CLOCK);
        } else if (in.has(PACKET, "\u0001vorbis")) {
            long sampleRate = in.littleU32(PACKET + 12);
            found.sound(sampleRate, in.u8(PACKET + 11));
            found.duration(lastPosition(in, serial), sampleRate);
        }
        return true;
    }

    private static long lastPosition(Bytes in, long serial) throws IOException {
        long stop = Math.max(0, in.size() - LARGEST_PAGE);
        for (long at = in.size() - PACKET + 1; at >= stop; at--) {
            if (in.has(at, "OggS") && in.u32(at + 14) == serial && in.littleI64(at + 6) >= 0) {
                return in.littleI64(at + 6);
            }
        }
        return 0;
    }
}
