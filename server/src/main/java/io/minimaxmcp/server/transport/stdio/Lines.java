package io.minimaxmcp.server.transport.stdio;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Cuts a stream into lines, and passes over blank ones. Holds no more of a line than the limit. */
final class Lines {
    /** Stands for a line that was too long, whose bytes are gone. Told by being empty, which no line is that is read. */
    private static final byte[] TOO_LONG = {};

    private static final int CHUNK = 64 * 1024;

    private final InputStream in;
    private final int limit;
    private final byte[] chunk = new byte[CHUNK];
    private int next;
    private int filled;

    Lines(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    static boolean isTooLong(byte[] line) {
        return line.length == 0;
    }

    /** The next line without its end, one that {@link #isTooLong}, or null at the end of the stream. */
    byte @Nullable [] read() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean tooLong = false;
        boolean blank = true;
        while (next < filled || fill()) {
            int end = endOfLine();
            if (!tooLong) {
                tooLong = line.size() + (end - next) > limit;
                blank = blank && isBlank(next, end);
                line.write(chunk, next, tooLong ? 0 : end - next);
            }
            boolean complete = end < filled;
            next = complete ? end + 1 : end;
            if (complete && (tooLong || !blank)) {
                break;
            }
            if (complete) {
                line.reset();
            }
        }
        if (tooLong) {
            return TOO_LONG;
        }
        return blank ? null : line.toByteArray();
    }

    private boolean fill() throws IOException {
        next = 0;
        filled = Math.max(0, in.read(chunk));
        return filled > 0;
    }

    private int endOfLine() {
        int end = next;
        while (end < filled && chunk[end] != '\n') {
            end++;
        }
        return end;
    }

    private boolean isBlank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (chunk[i] != ' ' && chunk[i] != '\t' && chunk[i] != '\r') {
                return false;
            }
        }
        return true;
    }
}
