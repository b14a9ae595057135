package io.minimaxmcp.tools.sandbox.studio;

import java.util.Arrays;

/** Bits into bytes, the highest bit first. */
final class BitWriter {
    private byte[] bytes = new byte[1 << 14];
    private long bits;

    void put(long value, int width) {
        for (int bit = width - 1; bit >= 0; bit--) {
            putBit((int) (value >>> bit) & 1);
        }
    }

    /** So many zeros, then a one. */
    void putUnary(int zeros) {
        bits += zeros;
        putBit(1);
    }

    void align() {
        bits = (bits + 7) / 8 * 8;
    }

    int length() {
        return (int) ((bits + 7) / 8);
    }

    /** The bytes so far; only the first {@link #length} of them count. */
    byte[] buffer() {
        ensure();
        return bytes;
    }

    private void putBit(int bit) {
        ensure();
        bytes[(int) (bits / 8)] |= (byte) (bit << (7 - bits % 8));
        bits++;
    }

    private void ensure() {
        if (bits / 8 >= bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.max(2L * bytes.length, bits / 8 + 1));
        }
    }
}
