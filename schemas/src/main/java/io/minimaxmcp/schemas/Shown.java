package io.minimaxmcp.schemas;

import com.fasterxml.jackson.databind.JsonNode;

/** What callers sent, cut to what fits into a sentence: a value can be a whole picture. */
final class Shown {
    private static final int LENGTH_MAX = 60;

    private Shown() {}

    static String value(JsonNode value) {
        return value.isTextual()
                ? '"' + cut(value.textValue(), LENGTH_MAX - 2) + '"'
                : cut(value.toString(), LENGTH_MAX);
    }

    static String name(String name) {
        return cut(name, LENGTH_MAX);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }
}
