package io.minimaxmcp.tools.job;

import io.minimaxmcp.tools.media.Artifact;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.tool.ToolException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Saves results in its memory; fails as often as it is told to. */
final class FakeKeeper implements ResultKeeper {
    /** The links that results were fetched from, in order, failed ones too. */
    final List<String> fetched = Collections.synchronizedList(new ArrayList<>());

    int failures;

    /** What keeps results from being saved. */
    @Nullable
    Failure hindrance;

    @Override
    public CompletionStage<Void> ready(Job job) {
        return hindrance == null ? ResultKeeper.super.ready(job) : ToolException.failed(hindrance);
    }

    @Override
    public CompletionStage<List<Artifact>> collect(Job job, Function<Output, CompletionStage<String>> freshLink) {
        var saved = new ArrayList<CompletionStage<Artifact>>();
        for (Output output : job.outputs()) {
            String id = job.id() + "-" + (saved.size() + 1);
            saved.add(freshLink.apply(output).thenCompose(link -> fetch(id, link, output.extension())));
        }
        return Stages.all(saved);
    }

    private CompletionStage<Artifact> fetch(String id, String link, String extension) {
        fetched.add(link);
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
