package io.minimaxmcp.tools.media.probe;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Random access to a file through a small window; a read outside the file is an {@link EOFException}. */
final class Bytes {
    private static final int WINDOW = 1 << 14;

    private final @Nullable SeekableByteChannel channel;
    private final ByteBuffer window;
    private final long size;
    private long windowAt;

    Bytes(SeekableByteChannel channel) throws IOException {
        this.channel = channel;
        this.window = ByteBuffer.allocate(WINDOW).limit(0);
        this.size = channel.size();
    }

    Bytes(ByteBuffer bytes) {
        this.channel = null;
        this.window = bytes.slice();
        this.size = window.limit();
    }

    long size() {
        return size;
    }

    int u8(long at) throws IOException {
        if (at < windowAt || at - windowAt >= window.limit()) {
            move(at);
        }
        return window.get((int) (at - windowAt)) & 0xff;
    }

    int u16(long at) throws IOException {
        return (u8(at) << 8) | u8(at + 1);
    }

    int u24(long at) throws IOException {
        return (u16(at) << 8) | u8(at + 2);
    }

    long u32(long at) throws IOException {
        return ((long) u16(at) << 16) | u16(at + 2);
    }

    /** Eight bytes as a signed number: a file never means more than 2^63. */
    long i64(long at) throws IOException {
        return (u32(at) << 32) | u32(at + 4);
    }

    int littleU16(long at) throws IOException {
        return u8(at) | (u8(at + 1) << 8);
    }

    long littleU32(long at) throws IOException {
        return littleU16(at) | ((long) littleU16(at + 2) << 16);
    }

    long littleI64(long at) throws IOException {
        return littleU32(at) | (littleU32(at + 4) << 32);
    }

    /** The four letters at a place. */
    String name(long at) throws IOException {
        byte[] letters = {(byte) u8(at), (byte) u8(at + 1), (byte) u8(at + 2), (byte) u8(at + 3)};
        return new String(letters, StandardCharsets.ISO_8859_1);
    }

    /** Whether these letters stand at a place; false beyond the end. */
    boolean has(long at, String letters) throws IOException {
        if (at < 0 || at > size - letters.length()) {
            return false;
        }
        for (int i = 0; i < letters.length(); i++) {
            if (u8(at + i) != letters.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void move(long at) throws IOException {
        if (at < 0 || at >= size || channel == null) {
            throw new EOFException();
        }
        // A little before, for readers that walk backwards.
        windowAt = Math.max(0, at - WINDOW / 4);
        window.clear();
        channel.position(windowAt);
        while (window.hasRemaining() && channel.read(window) >= 0) {
            // until the window is full or the file ends
        }
        window.flip();
        if (at - windowAt >= window.limit()) {
            throw new EOFException(); // shortened since it was opened
        }
    }
}
