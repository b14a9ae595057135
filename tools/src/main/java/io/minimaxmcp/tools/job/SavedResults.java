package io.minimaxmcp.tools.job;

import io.minimaxmcp.tools.media.Artifact;
import io.minimaxmcp.tools.media.Collector;
import io.minimaxmcp.tools.media.Delivery;
import io.minimaxmcp.tools.media.Piece;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Predicate;

/** Keeps the results of jobs in the output folder, or as links where that is the setting. */
public final class SavedResults implements ResultKeeper {
    private final Collector collector;

    public SavedResults(Collector collector) {
        this.collector = collector;
    }

    @Override
    public CompletionStage<Void> ready(Job job) {
        return collector.ready(job.tenant(), job.order().outputName());
    }

    @Override
    public CompletionStage<List<Artifact>> collect(Job job, Function<Output, CompletionStage<String>> freshLink) {
        return collector.collect(delivery(job, freshLink));
    }

    @Override
    public CompletionStage<List<Artifact>> collectSome(
            Job job, Function<Output, CompletionStage<String>> freshLink, Predicate<Throwable> without) {
        return collector.collectSome(delivery(job, freshLink), without);
    }

    private static Delivery delivery(Job job, Function<Output, CompletionStage<String>> freshLink) {
        Order order = job.order();
        List<Piece> pieces = job.outputs().stream()
                .map(output -> new Piece(output.spool(), () -> freshLink.apply(output), output.extension()))
                .toList();
        return new Delivery(job.tenant(), job.id(), order.kind(), order.label(), order.outputName(), pieces);
    }

    @Override
    public void settled(Job job) {
        collector.forget(job.outputs().stream()
                .map(Output::spool)
                .filter(Objects::nonNull)
                .toList());
    }
}
