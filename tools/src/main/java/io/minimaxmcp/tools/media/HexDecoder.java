package io.minimaxmcp.tools.media;

import java.io.IOException;
import java.io.InputStream;

/** The bytes that a hex text stands for, decoded while they are read; fails at the first character that is no digit. */
final class HexDecoder extends InputStream {
    private final CharSequence hex;
    private int position;

    HexDecoder(CharSequence hex) {
        this.hex = hex;
    }

    @Override
    public int read() throws IOException {
        if (position == hex.length()) {
            return -1;
        }
        if (hex.length() - position == 1) {
            throw new UndecodableException("hex of an odd length: " + hex.length() + " digits");
        }
        int value = digit(position) << 4 | digit(position + 1);
        position += 2;
        return value;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int wanted = Math.min(length, (hex.length() - position + 1) / 2);
        for (int i = 0; i < wanted; i++) {
            into[offset + i] = (byte) read();
        }
        return wanted == 0 && length > 0 ? -1 : wanted;
    }

    private int digit(int at) throws IOException {
        char c = hex.charAt(at);
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        int letter = (c | 0x20) - 'a';
        if (letter < 0 || letter > 5) {
            throw new UndecodableException("no hex digit at position " + at);
        }
        return letter + 10;
    }
}
