package io.minimaxmcp.tools.job;

import org.jspecify.annotations.Nullable;

/**
 * What MiniMax told of a result beside the result.
 *
 * @param title of a song
 * @param style of a song, in a few words
 * @param note a sentence that the caller should hear
 */
public record Told(
        @Nullable String title,
        @Nullable String style,
        @Nullable String note) {

    public static Told note(String sentence) {
        return new Told(null, null, sentence);
    }
}
