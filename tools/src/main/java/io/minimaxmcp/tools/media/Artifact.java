package io.minimaxmcp.tools.media;

import org.jspecify.annotations.Nullable;

/**
 * One file that a job made.
 *
 * @param uri {@code minimax://media/<job id>-<number>}
 * @param url MiniMax's own link, which expires; null once it is known to be gone
 * @param path where it was saved; null when nothing is saved or the caller is not on this machine
 */
public record Artifact(
        String uri,
        @Nullable String url,
        @Nullable String path,
        String mimeType,
        @Nullable Long bytes,
        @Nullable String sha256,
        @Nullable Long durationMs,
        @Nullable Integer width,
        @Nullable Integer height) {}
