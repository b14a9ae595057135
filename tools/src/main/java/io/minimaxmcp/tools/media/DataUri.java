package io.minimaxmcp.tools.media;

import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;

/**
 * The bytes inside a {@code data:} URI. What it says of their type is not believed.
 *
 * @param start where the base64 begins
 */
record DataUri(String text, int start) {
    private static final String SCHEME = "data:";
    private static final String BASE64 = ";base64";

    static boolean is(String argument) {
        return argument.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /** Empty when it holds no base64. */
    static Optional<DataUri> parse(String argument) {
        int comma = argument.indexOf(',');
        return comma > 0
                        && argument.substring(0, comma).toLowerCase(Locale.ROOT).endsWith(BASE64)
                ? Optional.of(new DataUri(argument, comma + 1))
                : Optional.empty();
    }

    long maxBytes() {
        return Base64Decoder.decodedSize(text.length() - start);
    }

    InputStream bytes() {
        return Base64Decoder.of(text, start);
    }

    /** Without the data. */
    @Override
    public String toString() {
        return text.substring(0, start) + "…";
    }
}
