package io.minimaxmcp.tools.media.probe;

import java.io.IOException;

/** The count of frames that encoders hide in the first one, as Xing, Info or VBRI. */
final class Mp3Index {
    private static final int VBRI_AT = 36;

    private Mp3Index() {}

    /** Zero if there is none, or one that cannot be true of a file of this size. */
    static long frames(Bytes in, MpegFrame first) throws IOException {
        long frames = 0;
        long xing = first.start() + 4 + first.sideInformation();
        if ((in.has(xing, "Xing") || in.has(xing, "Info")) && (in.u32(xing + 4) & 1) == 1) {
            frames = in.u32(xing + 8);
        } else if (in.has(first.start() + VBRI_AT, "VBRI")) {
            frames = in.u32(first.start() + VBRI_AT + 14);
        }
        return frames <= in.size() / MpegFrame.SHORTEST ? frames : 0;
    }
}
