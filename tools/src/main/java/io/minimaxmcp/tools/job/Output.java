package io.minimaxmcp.tools.job;

import org.jspecify.annotations.Nullable;

/**
 * One result as MiniMax hands it over, before it is fetched. Exactly one of {@code url}, {@code fileId} and {@code spool} says where it is.
 *
 * @param url a link that expires
 * @param fileId an id of the files API, from which a fresh link can be had
 * @param spool the name of a file in the data folder, for bytes that came inside the answer
 * @param text what a result says that is a text; it is told as well as saved
 * @param extension what the request asked for ({@code mp3}); the bytes decide in the end
 */
public record Output(
        @Nullable String url,
        @Nullable String fileId,
        @Nullable String spool,
        String extension,
        @Nullable String text) {
    public Output {
        long given = java.util.stream.Stream.of(url, fileId, spool)
                .filter(java.util.Objects::nonNull)
                .count();
        if (given != 1) {
            throw new IllegalArgumentException("an output is in exactly one place, not " + given);
        }
    }

    public static Output at(String url, String extension) {
        return new Output(url, null, null, extension, null);
    }

    public static Output file(String fileId, String extension) {
        return new Output(null, fileId, null, extension, null);
    }

    public static Output spooled(String spool, String extension) {
        return new Output(null, null, spool, extension, null);
    }

    /** The same, telling what it says. */
    public Output saying(String words) {
        return new Output(url, fileId, spool, extension, words);
    }
}
