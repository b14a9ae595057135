package io.minimaxmcp.schemas;

import org.jspecify.annotations.Nullable;

/** One price of a list; it holds for every resolution or duration (seconds) that it does not name. */
public record Amount(@Nullable String resolution, @Nullable Integer duration, Usd usd) {
    boolean holdsFor(@Nullable String wantedResolution, @Nullable Integer wantedDuration) {
        return (resolution == null || resolution.equals(wantedResolution))
                && (duration == null || duration.equals(wantedDuration));
    }
}
