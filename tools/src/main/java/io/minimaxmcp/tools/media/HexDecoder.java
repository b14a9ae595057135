package io.minimaxmcp.tools.media;

import java.io.IOException;
import java.io.InputStream;

/** The bytes that a hex text stands for, decoded while they are read; fails at the first character that is no digit. */
final class HexDecoder extends InputStream {
    private static final int NONE = -1;
    private static final byte[] VALUES = values();

    private final CharSequence hex;
    private int position;

    HexDecoder(CharSequence hex) {
        this.hex = hex;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int left = hex.length() - position;
        if (left == 1) {
            throw new UndecodableException("hex of an odd length: " + hex.length() + " digits");
        }
        int wanted = Math.min(length, left / 2);
        for (int i = 0; i < wanted; i++, position += 2) {
            into[offset + i] = (byte) (digit(position) << 4 | digit(position + 1));
        }
        return wanted == 0 && length > 0 ? -1 : wanted;
    }

    private int digit(int at) throws IOException {
        char c = hex.charAt(at);
        int value = c < VALUES.length ? VALUES[c] : NONE;
        if (value == NONE) {
            throw new UndecodableException("no hex digit at position " + at);
        }
        return value;
    }

    private static byte[] values() {
        byte[] values = new byte['f' + 1];
        for (char c = 0; c < values.length; c++) {
            values[c] = (byte) Character.digit(c, 16);
        }
        return values;
    }
}
