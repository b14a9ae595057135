package io.minimaxmcp.tools.preflight;

import io.minimaxmcp.schemas.Nearest;
import io.minimaxmcp.tools.tool.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Words in square brackets that mean something to a model: section tags in lyrics, camera moves in video prompts. A near miss
 * ({@code [Chours]}) is refused, because MiniMax would sing it or ignore it; anything else in brackets is the author's business.
 */
public final class Brackets {
    private static final Pattern BRACKETED = Pattern.compile("\\[([^\\[\\]]{1,60})]");
    private static final Pattern NUMBERED = Pattern.compile("\\s*\\d+$");

    private Brackets() {}

    /** Section tags: {@code [Verse]}, {@code [Chorus 2]}. */
    public static void checkLyrics(String lyrics, Collection<String> tags) {
        check(
                "lyrics",
                lyrics,
                tags,
                inside -> Stream.of(NUMBERED.matcher(inside).replaceFirst("")));
    }

    /** Camera moves, several in one bracket: {@code [Pan left, Push in]}. */
    public static void checkCamera(String prompt, Collection<String> moves) {
        check("prompt", prompt, moves, inside -> Stream.of(inside.split(",", -1)));
    }

    /** Whether a prompt has camera moves in brackets, even misspelt ones. */
    public static boolean haveCamera(String prompt, Collection<String> moves) {
        return BRACKETED
                .matcher(prompt)
                .results()
                .flatMap(bracket -> Stream.of(bracket.group(1).split(",", -1)))
                .map(String::strip)
                .anyMatch(word -> moves.stream().anyMatch(word::equalsIgnoreCase)
                        || nearMiss(word, moves).isPresent());
    }

    private static Optional<String> nearMiss(String word, Collection<String> known) {
        return Nearest.to(word, known).filter(near -> Math.abs(near.length() - word.length()) <= 2);
    }

    private static void check(
            String field,
            String text,
            Collection<String> known,
            java.util.function.Function<String, Stream<String>> words) {
        Matcher matcher = BRACKETED.matcher(text);
        while (matcher.find()) {
            List<String> inside =
                    words.apply(matcher.group(1)).map(String::strip).toList();
            for (String word : inside) {
                if (known.stream().noneMatch(word::equalsIgnoreCase)) {
                    refuseNearMiss(field, word, known);
                }
            }
        }
    }

    private static void refuseNearMiss(String field, String word, Collection<String> known) {
        nearMiss(word, known).ifPresent(near -> {
            throw Refusal.of(
                    field,
                    "[" + word + "]",
                    "is not a tag that MiniMax knows, and reads like [" + near + "].",
                    "Write [" + near + "], or take the brackets away.");
        });
    }
}
