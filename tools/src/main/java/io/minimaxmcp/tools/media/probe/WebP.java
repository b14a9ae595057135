package io.minimaxmcp.tools.media.probe;

import java.io.IOException;

/** WebP: lossy, lossless or extended, told by the first chunk. */
final class WebP {
    private static final int CHUNK = 12;
    private static final int CONTENT = CHUNK + 8;

    private WebP() {}

    static boolean read(Bytes in, Findings found) throws IOException {
        if (!in.has(0, "RIFF") || !in.has(8, "WEBP")) {
            return false;
        }
        found.type("image/webp");
        if (in.has(CHUNK, "VP8X")) {
            found.size(1 + (in.littleU32(CONTENT + 4) & 0xffffff), 1 + (in.littleU32(CONTENT + 6) >> 8));
        } else if (in.has(CHUNK, "VP8L") && in.u8(CONTENT) == 0x2f) {
            long bits = in.littleU32(CONTENT + 1);
            found.size(1 + (bits & 0x3fff), 1 + ((bits >> 14) & 0x3fff));
        } else if (in.has(CHUNK, "VP8 ") && in.has(CONTENT + 3, "\u009d\u0001*")) {
            found.size(in.littleU16(CONTENT + 6) & 0x3fff, in.littleU16(CONTENT + 8) & 0x3fff);
        }
        return true;
    }
}
