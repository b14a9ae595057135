package io.minimaxmcp.tools.capability.voice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gender and age of a voice as its id, name and description let guess; MiniMax has no fields for them. */
record VoiceTraits(@Nullable String gender, @Nullable String age) {
    /** Words that say the same at the end of others: {@code Wiselady}. */
    private static final List<String> ENDINGS = List.of("woman", "lady", "girl", "gentleman");

    private static final Map<String, Set<String>> GENDERS = Map.of(
            "female",
            Set.of(
                    "female",
                    "woman",
                    "women",
                    "lady",
                    "girl",
                    "belle",
                    "bestie",
                    "princess",
                    "queen",
                    "mother",
                    "grandma",
                    "madam",
                    "sister",
                    "maiden",
                    "wife",
                    "auntie"),
            "male",
            Set.of(
                    "male",
                    "man",
                    "men",
                    "boy",
                    "bloke",
                    "gentleman",
                    "guy",
                    "king",
                    "prince",
                    "father",
                    "grandpa",
                    "santa",
                    "brother",
                    "husband",
                    "uncle",
                    "knight"));

    private static final Map<String, Set<String>> AGES = Map.of(
            "child", Set.of("child", "kid", "boy", "cute", "toddler"),
            "young", Set.of("young", "youth", "girl", "teen", "teenage", "youthful", "student", "maiden"),
            "adult", Set.of("adult", "middle", "mature", "executive", "anchor", "lady", "woman", "man", "gentleman"),
            "old", Set.of("old", "elder", "elderly", "senior", "grandma", "grandpa", "wise", "santa"));

    static VoiceTraits of(String text) {
        Set<String> words =
                VoiceWords.of(text).words().stream().map(VoiceTraits::shortened).collect(Collectors.toSet());
        return new VoiceTraits(
                first(GENDERS, List.of("female", "male"), words),
                first(AGES, List.of("old", "child", "young", "adult"), words));
    }

    private static String shortened(String word) {
        return ENDINGS.stream().filter(word::endsWith).findFirst().orElse(word);
    }

    private static @Nullable String first(Map<String, Set<String>> table, List<String> order, Set<String> words) {
        Optional<String> found = order.stream()
                .filter(trait -> table.getOrDefault(trait, Set.of()).stream().anyMatch(words::contains))
                .findFirst();
        return found.orElse(null);
    }
}
