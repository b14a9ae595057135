package io.minimaxmcp.schemas;

import java.util.List;

/** The durations, in seconds, that a video mode allows at one resolution. */
public record Combination(String resolution, List<Integer> durations) {
    public Combination {
        durations = List.copyOf(durations);
    }
}
