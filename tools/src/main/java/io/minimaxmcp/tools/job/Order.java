package io.minimaxmcp.tools.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.tools.spend.Estimate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One paid request, worked out to the last byte and not yet sent: all that is needed to send it, now or after a restart.
 *
 * @param tool the tool that was called
 * @param kind what is made: {@code image video speech music voice_clone voice_design}
 * @param source which {@link JobSource} sends it and asks after it
 * @param model null for requests that take none
 * @param request the body in the wire's own words; input media stand in it as {@code {"$media": "<sha256>"}} placeholders
 * @param outputName what the caller wants the files to be called; null for a name made from {@code label}
 * @param label words of the prompt in one line, for file names and lists
 * @param voice the voice that this order creates, where it creates one
 * @param notes what the caller should know of how the order came to be: sentences for every answer about its job
 */
public record Order(
        String tool,
        String kind,
        String source,
        @Nullable String model,
        ObjectNode request,
        Estimate estimate,
        @Nullable String outputName,
        String label,
        @Nullable String voice,
        List<String> notes) {
    private static final Pattern SPACE = Pattern.compile("\\s+");

    public Order {
        label = SPACE.matcher(label.strip()).replaceAll(" ");
        // Orders of earlier versions have none.
        notes = Objects.requireNonNullElse(notes, List.<String>of());
    }

    /** One of which there is nothing more to say. */
    public Order(
            String tool,
            String kind,
            String source,
            @Nullable String model,
            ObjectNode request,
            Estimate estimate,
            @Nullable String outputName,
            String label,
            @Nullable String voice) {
        this(tool, kind, source, model, request, estimate, outputName, label, voice, List.of());
    }

    /** The same order, of which there is more to say. */
    Order noting(List<String> more) {
        List<String> all = Stream.concat(notes.stream(), more.stream()).toList();
        return new Order(tool, kind, source, model, request, estimate, outputName, label, voice, all);
    }
}
