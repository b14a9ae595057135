package io.minimaxmcp.tools.sandbox.studio;

/** Bits out of bytes, the highest bit first, as H.264 writes its numbers. */
final class BitReader {
    private final byte[] bytes;
    private int at;

    BitReader(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    int bit() {
        int bit = bytes[at / 8] >> (7 - at % 8) & 1;
        at++;
        return bit;
    }

    int bits(int width) {
        int value = 0;
        for (int i = 0; i < width; i++) {
            value = value << 1 | bit();
        }
        return value;
    }

    /** A number as Exp-Golomb code: {@code ue(v)}. */
    int number() {
        int zeros = 0;
        while (bit() == 0) {
            zeros++;
        }
        return (1 << zeros) - 1 + bits(zeros);
    }

    int position() {
        return at;
    }

    /** Up to the one that ends a unit, without it. */
    int length() {
        int last = 8 * bytes.length - 1;
        while ((bytes[last / 8] >> (7 - last % 8) & 1) == 0) {
            last--;
        }
        return last;
    }
}
