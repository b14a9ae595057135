package io.minimaxmcp.tools.sandbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes a tar archive (ustar) of small files. */
final class Tar {
    private static final int BLOCK = 512;

    private final List<byte[]> parts = new ArrayList<>();

    Tar add(String name, byte[] content) {
        parts.add(header(name, content.length));
        parts.add(content);
        parts.add(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
        return this;
    }

    byte[] bytes() {
        parts.add(new byte[2 * BLOCK]);
        ByteBuffer archive =
                ByteBuffer.allocate(parts.stream().mapToInt(part -> part.length).sum());
        parts.forEach(archive::put);
        return archive.array();
    }

    private static byte[] header(String name, int size) {
        ByteBuffer header = ByteBuffer.allocate(BLOCK);
        put(header, 0, name);
        put(header, 100, "0000644");
        put(header, 108, "0000000");
        put(header, 116, "0000000");
        put(header, 124, String.format(Locale.ROOT, "%011o", size));
        put(header, 136, "00000000000");
        // The sum is taken with its own field full of blanks.
        put(header, 148, "        ");
        put(header, 156, "0");
        put(header, 257, "ustar\u000000");
        int sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += header.get(i) & 0xff;
        }
        put(header, 148, String.format(Locale.ROOT, "%06o\u0000 ", sum));
        return header.array();
    }

    private static void put(ByteBuffer header, int at, String text) {
        header.put(at, text.getBytes(StandardCharsets.US_ASCII));
    }
}
