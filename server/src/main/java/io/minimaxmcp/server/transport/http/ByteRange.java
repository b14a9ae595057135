package io.minimaxmcp.server.transport.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of a file that a client wants: one, as players and download tools ask for it. */
record ByteRange(long from, long length) {
    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /**
     * Reads {@code bytes=0-99}, {@code bytes=100-} or {@code bytes=-50}; empty for anything else, which is then passed over, as
     * RFC 9110 allows. A range of no length is one that the file does not have.
     */
    static Optional<ByteRange> parse(String header, long size) {
        Matcher range = ONE.matcher(header.strip());
        if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
            return Optional.empty();
        }
        if (range.group(1).isEmpty()) {
            long last = Math.min(size, Long.parseLong(range.group(2)));
            return Optional.of(new ByteRange(size - last, last));
        }
        long from = Long.parseLong(range.group(1));
        long to = range.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(range.group(2)));
        boolean isBackwards = !range.group(2).isEmpty() && Long.parseLong(range.group(2)) < from;
        return isBackwards ? Optional.empty() : Optional.of(new ByteRange(from, Math.max(0, to - from + 1)));
    }

    boolean isEmpty() {
        return length == 0;
    }

    /** As it stands in {@code Content-Range}. */
    String of(long size) {
        return "bytes " + from + "-" + (from + length - 1) + "/" + size;
    }
}
