package io.minimaxmcp.tools.capability.video;

import io.minimaxmcp.schemas.Mode;
import io.minimaxmcp.schemas.Model;
import io.minimaxmcp.tools.preflight.Allowed;
import io.minimaxmcp.tools.tool.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How large and how long a video is to be. Both are null for modes that take neither.
 *
 * @param duration in seconds
 */
record Shape(@Nullable String resolution, @Nullable Integer duration) {

    /** What was asked for, filled up by the mode's defaults; refused when the model does not make it. */
    static Shape of(@Nullable String resolution, @Nullable Integer duration, Model model, Mode mode) {
        if (mode.combinations().isEmpty()) {
            Allowed.oneOf("resolution", resolution, List.of(), model.id());
            Allowed.oneOf("duration", duration, List.of(), model.id());
            return new Shape(null, null);
        }
        Allowed.oneOf("resolution", resolution, mode.resolutions(), model.id());
        String chosen = resolution != null ? resolution : roomyEnough(duration, mode);
        Integer length = duration != null ? duration : firstOf(mode, chosen);
        if (!mode.durations(chosen).contains(length)) {
            throw tooLong(chosen, length, model, mode);
        }
        return new Shape(chosen, length);
    }

    /** The default resolution, or the first one that can be as long as asked. */
    private static String roomyEnough(@Nullable Integer duration, Mode mode) {
        String usual = mode.defaultResolution() == null ? mode.resolutions().get(0) : mode.defaultResolution();
        if (duration == null || mode.allows(usual, duration)) {
            return usual;
        }
        return mode.resolutions().stream()
                .filter(other -> mode.allows(other, duration))
                .findFirst()
                .orElse(usual);
    }

    private static Integer firstOf(Mode mode, String resolution) {
        Integer usual = mode.defaultDuration();
        List<Integer> durations = mode.durations(resolution);
        return usual != null && durations.contains(usual) ? usual : durations.get(0);
    }

    private static RuntimeException tooLong(String resolution, Integer duration, Model model, Mode mode) {
        String table = mode.combinations().stream()
                .map(row -> row.resolution() + ": " + row.durations() + " s")
                .collect(java.util.stream.Collectors.joining(", "));
        return Refusal.of(
                "duration",
                duration,
                "s at " + resolution + " is not offered by " + model.id() + ". Allowed: " + table + ".",
                "Call again with duration " + mode.durations(resolution).get(0) + ", or with a resolution that allows "
                        + duration + " s.");
    }
}
