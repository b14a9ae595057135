package io.minimaxmcp.tools.job;

import io.minimaxmcp.schemas.Usd;
import org.jspecify.annotations.Nullable;

/**
 * What MiniMax told of a result beside the result.
 *
 * @param title of a song
 * @param style of a song, in a few words
 * @param note a sentence that the caller should hear
 * @param billed what it costs by MiniMax's own count, where that is not what was expected
 */
public record Told(
        @Nullable String title,
        @Nullable String style,
        @Nullable String note,
        @Nullable Usd billed) {

    /** What was told, and a sentence more. */
    static Told also(@Nullable Told before, String sentence) {
        return before == null
                ? note(sentence)
                : new Told(
                        before.title,
                        before.style,
                        before.note == null ? sentence : before.note + " " + sentence,
                        before.billed);
    }

    public static Told note(String sentence) {
        return new Told(null, null, sentence, null);
    }
}
