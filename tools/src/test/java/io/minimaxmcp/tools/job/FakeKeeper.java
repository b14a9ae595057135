package io.minimaxmcp.tools.job;

import io.minimaxmcp.tools.media.Artifact;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.tool.ToolException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Saves results in its memory; fails as often as it is told to. */
final class FakeKeeper implements ResultKeeper {
    /** The links that results were fetched from, in order, failed ones too. */
    final List<String> fetched = Collections.synchronizedList(new ArrayList<>());

    int failures;

    /** What cannot be fetched, ever. */
    final Set<String> gone = new HashSet<>();

    /** What keeps results from being saved. */
    @Nullable
    Failure hindrance;

    @Override
    public CompletionStage<Void> ready(Job job) {
        return hindrance == null ? ResultKeeper.super.ready(job) : ToolException.failed(hindrance);
    }

    @Override
    public CompletionStage<List<Artifact>> collect(Job job, Function<Output, CompletionStage<String>> freshLink) {
        return collectSome(job, freshLink, problem -> false);
    }

    @Override
    public CompletionStage<List<Artifact>> collectSome(
            Job job, Function<Output, CompletionStage<String>> freshLink, Predicate<Throwable> without) {
        CompletionStage<List<Artifact>> saved = Stages.of(List.of());
        for (Output output : job.outputs()) {
            CompletionStage<List<Artifact>> one = freshLink
                    .apply(output)
                    .thenCompose(link -> fetch(job.id() + "-" + output.fileId(), link, output.extension()))
                    .thenApply(List::of)
                    .exceptionallyCompose(problem ->
                            without.test(problem) ? Stages.of(List.of()) : CompletableFuture.failedFuture(problem));
            saved = saved.thenCombine(
                    one,
                    (all, next) -> Stream.concat(all.stream(), next.stream()).toList());
        }
        return saved;
    }

    private CompletionStage<Artifact> fetch(String id, String link, String extension) {
        fetched.add(link);
        if (gone.stream().anyMatch(link::contains)) {
            return ToolException.failed(Failure.of(ErrorKind.NOT_FOUND, "It is not there.", "Nothing."));
        }
        if (failures > 0) {
            failures--;
            return ToolException.failed(Failure.of(ErrorKind.UPSTREAM, "The link has expired.", "Wait."));
        }
        return Stages.of(new Artifact(
                "minimax://media/" + id,
                link,
                "/out/video-" + id + "." + extension,
                "video/mp4",
                5_600_000L,
                "ab12",
                6_000L,
                1366,
                768));
    }
}
