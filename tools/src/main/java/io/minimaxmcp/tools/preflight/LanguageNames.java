package io.minimaxmcp.tools.preflight;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** MiniMax's names of languages, found by what people and programs call them: {@code English}, {@code en}, {@code en-GB}. */
public final class LanguageNames {
    private static final Map<String, String> ALSO = Map.of(
            "cantonese", "Chinese,Yue",
            "mandarin", "Chinese",
            "farsi", "Persian",
            "tagalog", "Filipino",
            "bokmål", "Norwegian",
            "norwegian bokmål", "Norwegian",
            "norwegian nynorsk", "Nynorsk",
            "castilian", "Spanish",
            "brazilian", "Portuguese");

    private LanguageNames() {}

    /** The one of the known names that is meant; empty where none is. */
    public static Optional<String> of(String said, Collection<String> known) {
        String plain = said.strip();
        String spelt = Locale.forLanguageTag(plain.replace('_', '-')).getDisplayLanguage(Locale.ENGLISH);
        return List.of(plain, spelt).stream()
                .map(name -> ALSO.getOrDefault(name.toLowerCase(Locale.ROOT), name))
                .flatMap(name -> known.stream().filter(name::equalsIgnoreCase))
                .findFirst();
    }
}
