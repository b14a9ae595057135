package io.minimaxmcp.tools.sandbox;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a body that a {@code Range} header asks for.
 *
 * @param contentRange empty for the whole
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one answer
record Ranges(int status, byte[] bytes, String contentRange) {
    private static final Pattern ONE_RANGE = Pattern.compile("bytes=(\\d{1,18})-(\\d{0,18})");

    static Ranges of(byte[] whole, String header) {
        Matcher range = ONE_RANGE.matcher(header);
        if (!range.matches()) {
            return new Ranges(200, whole, "");
        }
        long from = Long.parseLong(range.group(1));
        if (from >= whole.length) {
            return new Ranges(416, new byte[0], "bytes */" + whole.length);
        }
        long to = range.group(2).isEmpty()
                ? whole.length - 1L
                : Math.min(Long.parseLong(range.group(2)), whole.length - 1L);
        return new Ranges(
                206,
                Arrays.copyOfRange(whole, (int) from, (int) to + 1),
                "bytes " + from + "-" + to + "/" + whole.length);
    }
}
