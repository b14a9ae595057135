package io.minimaxmcp.tools.media.probe;

import java.io.IOException;

/** GIF: the size of the screen that its pictures are drawn on. */
final class Gif {
    private Gif() {}

    static boolean read(Bytes in, Findings found) throws IOException {
        if (!in.has(0, "GIF87a") && !in.has(0, "GIF89a")) {
            return false;
        }
        found.type("image/gif");
        found.size(in.littleU16(6), in.littleU16(8));
        return true;
    }
}
