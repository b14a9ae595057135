package io.minimaxmcp.tools.media.probe;

import org.jspecify.annotations.Nullable;

/** What the bytes of a file tell of it; null for what they do not tell, or what nobody here can read. */
public record MediaFacts(
        String mimeType,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Long durationMs) {
    static MediaFacts ofType(String mimeType) {
        return new MediaFacts(mimeType, null, null, null);
    }
}
