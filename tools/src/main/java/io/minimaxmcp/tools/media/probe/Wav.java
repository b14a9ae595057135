package io.minimaxmcp.tools.media.probe;

import java.io.IOException;

/** WAV: length from the bytes of samples and the bytes a second. */
final class Wav {
    private static final int MOST_CHUNKS = 1_000;

    private Wav() {}

    static boolean read(Bytes in, Findings found) throws IOException {
        if (!in.has(0, "RIFF") || !in.has(8, "WAVE")) {
            return false;
        }
        found.type("audio/wav");
        long bytesPerSecond = 0;
        long at = 12;
        for (int chunk = 0; chunk < MOST_CHUNKS && at < in.size(); chunk++) {
            long length = in.littleU32(at + 4);
            if (in.has(at, "fmt ")) {
                found.sound(in.littleU32(at + 12), in.littleU16(at + 10));
                bytesPerSecond = in.littleU32(at + 16);
            } else if (in.has(at, "data")) {
                // A recorder that was streaming left 0 or -1 here: then the samples end with the file.
                long left = in.size() - at - 8;
                found.duration(length == 0 ? left : Math.min(length, left), bytesPerSecond);
                return true;
            }
            at += 8 + length + length % 2;
        }
        return true;
    }
}
