package io.minimaxmcp.tools.media.probe;

import java.io.IOException;

/** FLAC: everything is in the stream information that comes first. */
final class Flac {
    private Flac() {}

    static boolean read(Bytes in, Findings found) throws IOException {
        return read(in, found, 0);
    }

    static boolean read(Bytes in, Findings found, long start) throws IOException {
        if (!in.has(start, "fLaC")) {
            return false;
        }
        found.type("audio/flac");
        long facts = in.i64(start + 18);
        long sampleRate = facts >>> 44;
        found.sound(sampleRate, (int) ((facts >> 41) & 7) + 1);
        found.duration(facts & 0xfffffffffL, sampleRate);
        return true;
    }
}
