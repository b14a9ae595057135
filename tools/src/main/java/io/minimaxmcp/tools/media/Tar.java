package io.minimaxmcp.tools.media;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the plain files of a tar archive one after the other; links, folders and extended headers are passed over. */
final class Tar {
    private static final int BLOCK = 512;
    private static final int SIZE_AT = 124;
    private static final int TYPE_AT = 156;
    private static final int MAGIC_AT = 257;

    private Tar() {}

    /** Takes the content of one file; what it leaves unread is passed over. */
    interface Reader {
        void read(InputStream content) throws IOException;
    }

    static boolean isTar(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] header = in.readNBytes(BLOCK);
            return header.length == BLOCK && new String(header, MAGIC_AT, 5, StandardCharsets.US_ASCII).equals("ustar");
        }
    }

    static void read(Path file, Reader reader) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 64 * 1024)) {
            byte[] header = in.readNBytes(BLOCK);
            while (header.length == BLOCK && header[0] != 0) {
                long size = size(header);
                boolean plain = header[TYPE_AT] == '0' || header[TYPE_AT] == 0;
                Part content = new Part(in, size);
                if (plain && size > 0) {
                    reader.read(content);
                }
                content.skipRest();
                in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
                header = in.readNBytes(BLOCK);
            }
        }
    }

    private static long size(byte[] header) throws IOException {
        String octal = new String(header, SIZE_AT, 12, StandardCharsets.US_ASCII)
                .replace('\0', ' ')
                .strip();
        try {
            return Long.parseLong(octal, 8);
        } catch (NumberFormatException notOctal) {
            throw new IOException("an archive with a size that is not octal: " + octal, notOctal);
        }
    }

    /** As much of the archive as belongs to one file. */
    private static final class Part extends FilterInputStream {
        private long left;

        Part(InputStream archive, long size) {
            super(archive);
            this.left = size;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int got = super.read(into, from, (int) Math.min(length, left));
            if (got < 0) {
                throw new EOFException("the archive ends in the middle of a file");
            }
            left -= got;
            return got;
        }

        void skipRest() throws IOException {
            in.skipNBytes(left);
            left = 0;
        }

        /** The archive stays open. */
        @Override
        public void close() {}
    }
}
