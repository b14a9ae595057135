package io.minimaxmcp.tools.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.tools.media.Bundles;
import io.minimaxmcp.tools.media.MediaId;
import io.minimaxmcp.tools.media.Segments;
import io.minimaxmcp.tools.media.Spool;
import io.minimaxmcp.tools.tool.Stages;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns what an answer holds, a link or the bytes themselves, into {@link Output}s. */
public final class Outputs {
    private final Spool spool;
    private final Bundles bundles;

    public Outputs(Spool spool, Bundles bundles) {
        this.spool = spool;
        this.bundles = bundles;
    }

    /** MiniMax puts a link or hex into the same field. */
    public CompletionStage<Output> linkOrHex(Job job, int number, String value, String extension) {
        return isLink(value)
                ? Stages.of(Output.at(value, extension))
                : spool.hex(new MediaId(job.id(), number), value, extension)
                        .thenApply(name -> Output.spooled(name, extension));
    }

    /** Several of a kind. The first is written last: where it is, the others are. */
    public CompletionStage<List<Output>> base64(Job job, List<String> values, String extension) {
        List<CompletionStage<Output>> others = IntStream.range(1, values.size())
                .mapToObj(index -> base64(job, index + 1, values.get(index), extension))
                .toList();
        return Stages.all(others)
                .thenCompose(rest -> base64(job, 1, values.get(0), extension)
                        .thenApply(first ->
                                Stream.concat(Stream.of(first), rest.stream()).toList()));
    }

    private CompletionStage<Output> base64(Job job, int number, String value, String extension) {
        return spool.base64(new MediaId(job.id(), number), value, extension)
                .thenApply(name -> Output.spooled(name, extension));
    }

    /** What {@link #linkOrHex} or {@link #base64} has written for a job whose process ended before it was told; null where nothing is. */
    public CompletionStage<@Nullable Sight> left(Job job) {
        return spool.left(job.id())
                .thenApply(files -> files.isEmpty()
                        ? null
                        : new Sight.Done(
                                files.stream()
                                        .map(file -> Output.spooled(file.name(), file.extension()))
                                        .toList(),
                                null,
                                null));
    }

    /** A text of MiniMax's, or made of what it told. */
    public CompletionStage<Output> text(Job job, int number, String text, String extension) {
        return spool.text(new MediaId(job.id(), number), text, extension)
                .thenApply(name -> Output.spooled(name, extension));
    }

    /** Subtitles of spoken segments, each with {@code text}, and {@code start} and {@code end} in seconds. */
    public CompletionStage<Output> subtitles(Job job, int number, JsonNode segments, String extension) {
        return text(job, number, Segments.as(segments, extension), extension);
    }

    /** Fetches an archive and takes it apart; may be repeated. */
    public CompletionStage<List<Output>> bundle(Job job, String link, String extension) {
        return bundles.unpack(link, job.id(), extension)
                .thenApply(parts -> parts.stream()
                        .map(part -> Output.spooled(part.name(), part.extension()))
                        .toList());
    }

    private static boolean isLink(String value) {
        String start = value.substring(0, Math.min(8, value.length())).toLowerCase(Locale.ROOT);
        return start.startsWith("http://") || start.startsWith("https://");
    }
}
