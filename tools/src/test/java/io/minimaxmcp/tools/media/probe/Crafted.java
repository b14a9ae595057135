package io.minimaxmcp.tools.media.probe;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Files put together by hand, for kinds that the studio does not make and for lies that it does not tell. */
final class Crafted {
    private Crafted() {}

    /** Texts as Latin-1, numbers as one byte, arrays as they are. */
    static byte[] bytes(Object... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Object part : parts) {
            if (part instanceof String text) {
                bytes.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
            } else if (part instanceof Integer number) {
                bytes.write(number);
            } else {
                bytes.writeBytes((byte[]) part);
            }
        }
        return bytes.toByteArray();
    }

    static byte[] u32(long value) {
        return ByteBuffer.allocate(4).putInt((int) value).array();
    }

    static byte[] box(String name, Object... parts) {
        byte[] content = bytes(parts);
        return bytes(u32(8L + content.length), name, content);
    }

    static MediaFacts inspect(Object... parts) {
        return MediaProbe.inspect(ByteBuffer.wrap(bytes(parts))).orElseThrow();
    }
}
