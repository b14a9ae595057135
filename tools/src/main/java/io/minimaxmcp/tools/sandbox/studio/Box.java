package io.minimaxmcp.tools.sandbox.studio;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A box of an MP4 file: a length, a name of four letters, and what it holds. */
final class Box {
    private static final int HEADER = 8;

    private final String name;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    Box(String name) {
        this.name = name;
    }

    Box u8(int value) {
        content.write(value);
        return this;
    }

    Box u16(int value) {
        return u8(value >> 8).u8(value);
    }

    Box u32(int value) {
        return u16(value >> 16).u16(value);
    }

    Box zeros(int count) {
        return bytes(new byte[count]);
    }

    Box ascii(String text) {
        return bytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    Box bytes(byte[] bytes) {
        content.writeBytes(bytes);
        return this;
    }

    Box add(Box child) {
        return bytes(child.toBytes());
    }

    byte[] toBytes() {
        return ByteBuffer.allocate(HEADER + content.size())
                .putInt(HEADER + content.size())
                .put(name.getBytes(StandardCharsets.ISO_8859_1))
                .put(content.toByteArray())
                .array();
    }
}
