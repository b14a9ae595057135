package io.minimaxmcp.tools.sandbox.studio;

import java.nio.ByteBuffer;

/** Walks through an MP3 file frame by frame and adds up what they play. */
public final class Mp3Length {
    private static final int[] KILOBITS_VERSION_1 = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0
    };
    private static final int[] KILOBITS_VERSION_2 = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0};
    private static final int[] RATES = {44_100, 48_000, 32_000, 0};
    private static final int SYNC = 0xffe00000;
    private static final int ID3 = 0x494433;

    private Mp3Length() {}

    public static double seconds(ByteBuffer file) {
        int at = file.getInt(0) >>> 8 == ID3 ? 10 + syncsafe(file.getInt(6)) : 0;
        double seconds = 0;
        while (at + 4 <= file.limit()) {
            Frame frame = new Frame(file.getInt(at));
            if (frame.isOne()) {
                seconds += (double) frame.samples() / frame.rate();
                at += frame.bytes();
            } else {
                at++;
            }
        }
        return seconds;
    }

    private static int syncsafe(int size) {
        return (size >> 24 & 0x7f) << 21 | (size >> 16 & 0x7f) << 14 | (size >> 8 & 0x7f) << 7 | (size & 0x7f);
    }

    /** One frame, by its header. */
    private record Frame(int header) {
        boolean isOne() {
            return (header & SYNC) == SYNC && kilobits() > 0 && rate() > 0;
        }

        boolean isVersion1() {
            return (header >> 19 & 3) == 3;
        }

        int kilobits() {
            return (isVersion1() ? KILOBITS_VERSION_1 : KILOBITS_VERSION_2)[header >> 12 & 15];
        }

        int rate() {
            int halvings = isVersion1() ? 0 : (header >> 19 & 3) == 2 ? 1 : 2;
            return RATES[header >> 10 & 3] >> halvings;
        }

        int samples() {
            return isVersion1() ? 1152 : 576;
        }

        int bytes() {
            return samples() / 8 * kilobits() * 1000 / rate() + (header >> 9 & 1);
        }
    }
}
