package io.minimaxmcp.tools.capability.voice;

import org.jspecify.annotations.Nullable;

/**
 * A voice that speech can be made with.
 *
 * @param voice its id, exactly as MiniMax wants it; ids hold spaces and parentheses
 * @param type {@code system}, {@code cloned} or {@code designed}
 * @param gender guessed from its words, as is {@code age}
 * @param favourite whether the user's catalogue names it; null where it does not
 */
public record Voice(
        String voice,
        String name,
        String type,
        @Nullable String language,
        @Nullable String gender,
        @Nullable String age,
        @Nullable String description,
        @Nullable Boolean favourite) {

    /** The words that a search looks through. */
    String words() {
        return String.join(" ", voice, name, orEmpty(language), orEmpty(description));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    Voice favoured() {
        return new Voice(voice, name, type, language, gender, age, description, true);
    }
}
