package io.minimaxmcp.tools.media.probe;

import java.io.IOException;

/** PNG: the size is in the first chunk. */
final class Png {
    private Png() {}

    static boolean read(Bytes in, Findings found) throws IOException {
        if (!in.has(0, "\u0089PNG\r\n\u001a\n")) {
            return false;
        }
        found.type("image/png");
        if (in.has(12, "IHDR")) {
            found.size(in.u32(16), in.u32(20));
        }
        return true;
    }
}
