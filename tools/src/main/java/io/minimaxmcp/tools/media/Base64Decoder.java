package io.minimaxmcp.tools.media;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;

/** The bytes that a base64 text stands for, decoded while they are read. */
final class Base64Decoder {
    private Base64Decoder() {}

    /** Passes over line breaks and spaces; any other foreign character fails the reading with {@link UndecodableException}. */
    static InputStream of(CharSequence text, int start) {
        return new Decoded(Base64.getDecoder().wrap(new Characters(text, start)));
    }

    /** How many bytes come out at most. */
    static long decodedSize(long characters) {
        return characters / 4 * 3 + characters % 4;
    }

    /** A text's characters as single bytes, without a copy of the whole. */
    private static final class Characters extends InputStream {
        private final CharSequence text;
        private int position;

        Characters(CharSequence text, int start) {
            this.text = text;
            this.position = start;
        }

        @Override
        public int read() {
            while (position < text.length()) {
                char c = text.charAt(position++);
                if (c != '\n' && c != '\r' && c != ' ' && c != '\t') {
                    return c < 128 ? c : '?'; // which is in no alphabet
                }
            }
            return -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            for (int i = 0; i < length; i++) {
                int next = read();
                if (next < 0) {
                    return i == 0 ? -1 : i;
                }
                into[offset + i] = (byte) next;
            }
            return length;
        }
    }

    /** Gives the decoder's complaints a type of their own. */
    private static final class Decoded extends FilterInputStream {
        Decoded(InputStream decoder) {
            super(decoder);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try {
                return in.read(into, offset, length);
            } catch (IOException notBase64) {
                throw new UndecodableException("no base64: " + notBase64.getMessage());
            }
        }
    }
}
