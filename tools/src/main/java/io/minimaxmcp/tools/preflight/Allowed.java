package io.minimaxmcp.tools.preflight;

import io.minimaxmcp.schemas.Ratios;
import io.minimaxmcp.tools.tool.Refusal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks a value against what a model allows. */
public final class Allowed {
    private Allowed() {}

    /** Refuses a value that is given and not in the list; an empty list allows nothing. */
    public static void oneOf(String field, @Nullable Object value, Collection<?> allowed, String who) {
        if (value == null || allowed.contains(value)) {
            return;
        }
        if (allowed.isEmpty()) {
            throw Refusal.of(field, value, "is not something that " + who + " takes.", "Leave " + field + " out.");
        }
        String list = allowed.stream().map(String::valueOf).collect(Collectors.joining(", "));
        throw Refusal.of(
                field,
                value,
                "is not offered by " + who + ". Allowed: " + list + ".",
                "Call again with " + field + " " + nearest(value, allowed) + ".");
    }

    private static Object nearest(Object value, Collection<?> allowed) {
        List<String> words = allowed.stream().map(String::valueOf).toList();
        return value instanceof Integer number && allowed.stream().allMatch(Integer.class::isInstance)
                ? allowed.stream()
                        .map(Integer.class::cast)
                        .min(Comparator.comparingInt(other -> Math.abs(other - number)))
                        .orElseThrow()
                : Ratios.nearest(value.toString(), words).orElse(words.get(0));
    }

    /** Refuses text that is longer or shorter than a model takes. Counted in Unicode characters. */
    public static void length(String field, String text, @Nullable Integer least, @Nullable Integer most, String who) {
        int length = text.codePointCount(0, text.length());
        if (most != null && length > most) {
            throw Refusal.of(
                    field,
                    null,
                    "has " + length + " characters; " + who + " takes at most " + most + ".",
                    "Shorten " + field + " by " + (length - most) + " characters, or split it over several calls.");
        }
        if (least != null && length < least) {
            throw Refusal.of(
                    field,
                    null,
                    "has " + length + " characters; " + who + " needs at least " + least + ".",
                    "Say more in " + field + ".");
        }
    }
}
