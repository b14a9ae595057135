package io.minimaxmcp.tools.media.probe;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the bytes of a file tell of it; null for what they do not tell.
 *
 * @param width as shown, after any rotation an MP4 asks for
 * @param framesPerSecond of a video, on average
 * @param codecs of an MP4's or MOV's tracks, by their four-letter names such as {@code avc1} or {@code mp4a}
 */
public record MediaFacts(
        String mimeType,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Long durationMs,
        @Nullable Integer sampleRate,
        @Nullable Integer channels,
        @Nullable Double framesPerSecond,
        List<String> codecs) {
    public MediaFacts {
        codecs = List.copyOf(codecs);
    }

    /** Facts of a file of which nothing but its type is known. */
    public static MediaFacts ofType(String mimeType) {
        return new MediaFacts(mimeType, null, null, null, null, null, null, List.of());
    }
}
