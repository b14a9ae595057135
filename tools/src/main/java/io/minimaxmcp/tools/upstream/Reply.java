package io.minimaxmcp.tools.upstream;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** An HTTP answer that arrived whole, before anybody has looked at what it says. */
record Reply(int status, @Nullable String traceId, @Nullable Duration retryAfter, Bytes body) {

    /** Bytes that are gathered without being copied together, and let go as they are read: answers with media have tens of megabytes. */
    static final class Bytes {
        private final Deque<byte[]> chunks = new ArrayDeque<>();
        private int size;

        synchronized void add(byte[] chunk) {
            chunks.add(chunk);
            size += chunk.length;
        }

        /** How many were gathered. */
        synchronized int size() {
            return size;
        }

        /** Can be read once. */
        InputStream read() {
            return new InputStream() {
                private ByteArrayInputStream chunk = new ByteArrayInputStream(new byte[0]);

                @Override
                public int read(byte[] into, int offset, int length) {
                    while (chunk.available() == 0) {
                        byte[] next = next();
                        if (next == null) {
                            return -1;
                        }
                        chunk = new ByteArrayInputStream(next);
                    }
                    return chunk.read(into, offset, length);
                }

                @Override
                public int read() {
                    byte[] one = new byte[1];
                    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
                }
            };
        }

        private synchronized byte @Nullable [] next() {
            return chunks.poll();
        }
    }
}
