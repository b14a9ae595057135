package io.minimaxmcp.tools.media.probe;

import java.io.IOException;

/** JPEG: segments up to the one that starts the frame; the size is as stored, whatever EXIF says of rotation. */
final class Jpeg {
    private static final int START_OF_SCAN = 0xda;
    private static final int MOST_SEGMENTS = 10_000;

    private Jpeg() {}

    static boolean read(Bytes in, Findings found) throws IOException {
        if (!in.has(0, "\u00ff\u00d8\u00ff")) {
            return false;
        }
        found.type("image/jpeg");
        long at = 2;
        for (int segment = 0; segment < MOST_SEGMENTS && in.u8(at) == 0xff; segment++) {
            int marker = in.u8(at + 1);
            if (isFrame(marker)) {
                found.size(in.u16(at + 7), in.u16(at + 5));
                return true;
            }
            if (marker == START_OF_SCAN) {
                return true;
            }
            at += marker == 0xff ? 1 : 2 + Math.max(2, in.u16(at + 2));
        }
        return true;
    }

    /** SOF0 to SOF15, without the three that share the range: Huffman tables, extensions, arithmetic conditions. */
    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }
}
