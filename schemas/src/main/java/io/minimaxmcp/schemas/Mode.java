package io.minimaxmcp.schemas;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way to use a model, such as {@code text_to_video} or {@code first_frame}.
 *
 * @param combinations the allowed pairs of resolution and duration; empty when the mode takes neither
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Mode(
        String mode,
        List<Combination> combinations,
        @Nullable String defaultResolution,
        @Nullable Integer defaultDuration) {
    public Mode {
        combinations = Absent.asEmpty(combinations);
    }

    public List<String> resolutions() {
        return combinations.stream().map(Combination::resolution).toList();
    }

    /** The durations allowed at a resolution; empty when the resolution is not allowed. */
    public List<Integer> durations(String resolution) {
        return combinations.stream()
                .filter(combination -> combination.resolution().equals(resolution))
                .findFirst()
                .map(Combination::durations)
                .orElse(List.of());
    }

    public boolean allows(String resolution, int durationSeconds) {
        return durations(resolution).contains(durationSeconds);
    }
}
