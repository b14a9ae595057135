package io.minimaxmcp.tools.sandbox.studio;

import java.util.Arrays;
import java.util.Set;

/**
 * Shows a part of an H.264 stream: its sequence parameters (ITU-T H.264, 7.3.2.1.1) say how much of every picture is cut off, so that one
 * prepared clip serves every shape. What is cut off is cut off at the right and at the bottom.
 */
final class Crop {
    /** Pictures of 4:2:0 are cut in steps of two. */
    private static final int STEP = 2;

    private static final int MACROBLOCK = 16;
    private static final Set<Integer> HIGH_PROFILES = Set.of(100, 110, 122, 244);

    private Crop() {}

    /** The parameters of a stream that shows so many columns and lines of it. */
    static byte[] of(byte[] sequence, int width, int height) {
        BitReader in = new BitReader(withoutEscapes(sequence));
        in.bits(8);
        int profile = in.bits(8);
        in.bits(16);
        in.number();
        if (HIGH_PROFILES.contains(profile)) {
            in.number();
            in.number();
            in.number();
            in.bits(2);
        }
        in.number();
        if (in.number() == 0) {
            in.number();
        }
        in.number();
        in.bit();
        int codedWidth = MACROBLOCK * (in.number() + 1);
        int codedHeight = MACROBLOCK * (in.number() + 1);
        in.bits(2);
        int cropAt = in.position();
        if (in.bit() == 1) {
            for (int side = 0; side < 4; side++) {
                in.number();
            }
        }
        BitWriter out = new BitWriter();
        copy(new BitReader(withoutEscapes(sequence)), cropAt, out);
        out.put(1, 1);
        number(0, out);
        number((codedWidth - width) / STEP, out);
        number(0, out);
        number((codedHeight - height) / STEP, out);
        copy(in, in.length() - in.position(), out);
        out.put(1, 1);
        out.align();
        return withEscapes(Arrays.copyOf(out.buffer(), out.length()));
    }

    private static void copy(BitReader in, int bits, BitWriter out) {
        for (int i = 0; i < bits; i++) {
            out.put(in.bit(), 1);
        }
    }

    private static void number(int value, BitWriter out) {
        int zeros = 31 - Integer.numberOfLeadingZeros(value + 1);
        out.putUnary(zeros);
        out.put(value + 1 - (1 << zeros), zeros);
    }

    /** Without the threes that keep a unit from looking like the start of another. */
    private static byte[] withoutEscapes(byte[] unit) {
        byte[] plain = new byte[unit.length];
        int length = 0;
        int zeros = 0;
        for (byte next : unit) {
            if (zeros < 2 || next != 3) {
                plain[length++] = next;
            }
            zeros = next == 0 ? zeros + 1 : 0;
        }
        return Arrays.copyOf(plain, length);
    }

    private static byte[] withEscapes(byte[] unit) {
        byte[] escaped = new byte[unit.length * 3 / 2 + 1];
        int length = 0;
        int zeros = 0;
        for (byte next : unit) {
            if (zeros >= 2 && next >= 0 && next <= 3) {
                escaped[length++] = 3;
                zeros = 0;
            }
            escaped[length++] = next;
            zeros = next == 0 ? zeros + 1 : 0;
        }
        return Arrays.copyOf(escaped, length);
    }
}
