package io.minimaxmcp.tools.capability.video;

import io.minimaxmcp.schemas.Mode;
import io.minimaxmcp.schemas.Model;
import io.minimaxmcp.tools.preflight.Allowed;
import io.minimaxmcp.tools.tool.Refusal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How large and how long a video is to be. Both are null for modes that take neither.
 *
 * @param duration in seconds
 */
record Shape(@Nullable String resolution, @Nullable Integer duration) {

    /**
     * What was asked for, filled up by the mode's defaults; refused when the model does not make it.
     *
     * @param others models that may make it
     */
    static Shape of(
            @Nullable String resolution, @Nullable Integer duration, Model model, Mode mode, List<Model> others) {
        if (mode.combinations().isEmpty()) {
            Allowed.oneOf("resolution", resolution, List.of(), model.id());
            Allowed.oneOf("duration", duration, List.of(), model.id());
            return new Shape(null, null);
        }
        Allowed.oneOf("resolution", resolution, mode.resolutions(), model.id());
        String chosen = resolution != null ? resolution : roomyEnough(duration, mode);
        Integer length = duration != null ? duration : firstOf(mode, chosen);
        if (!mode.durations(chosen).contains(length)) {
            throw tooLong(chosen, length, model, mode, others);
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

    /** {@code 768P: 6 or 10 s, 1080P: 6 s}. */
    static String table(Mode mode) {
        return mode.combinations().stream()
                .map(row -> row.resolution() + ": " + seconds(row.durations()) + " s")
                .collect(Collectors.joining(", "));
    }

    private static String seconds(List<Integer> durations) {
        int first = durations.get(0);
        int last = durations.get(durations.size() - 1);
        return durations.size() > 2 && last - first == durations.size() - 1
                ? first + " to " + last
                : durations.stream().map(String::valueOf).collect(Collectors.joining(" or "));
    }

    private static RuntimeException tooLong(
            String resolution, Integer duration, Model model, Mode mode, List<Model> others) {
        return Refusal.of(
                "duration",
                duration,
                "s at " + resolution + " is not offered by " + model.id() + ". Allowed: " + table(mode) + ".",
                "Call again with duration " + mode.durations(resolution).get(0)
                        + elsewhere(duration, model, mode, others) + ".");
    }

    /** Where so long a video can be had: {@code , or with resolution 768P}, or nothing to say. */
    private static String elsewhere(Integer duration, Model model, Mode mode, List<Model> others) {
        return Stream.concat(Stream.of(model), others.stream())
                .flatMap(other -> other.mode(mode.mode()).stream()
                        .flatMap(same -> same.resolutions().stream()
                                .filter(resolution -> same.allows(resolution, duration))
                                .map(resolution -> with(resolution, other.equals(model) ? null : other.id()))))
                .findFirst()
                .orElse("");
    }

    private static String with(String resolution, @Nullable String model) {
        return ", or with resolution " + resolution + (model == null ? "" : " and model " + model);
    }
}
