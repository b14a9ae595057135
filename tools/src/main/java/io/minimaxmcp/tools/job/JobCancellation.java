package io.minimaxmcp.tools.job;

import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.ToolException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Takes jobs back: at no cost before they are sent, upstream where MiniMax can; never deletes a result. */
final class JobCancellation {
    private final Map<String, JobSource> sources;
    private final JobLedger ledger;
    private final JobTracker tracker;
    private final JobWatch watch;
    private final Clock clock;

    JobCancellation(Map<String, JobSource> sources, JobLedger ledger, JobTracker tracker, JobWatch watch, Clock clock) {
        this.sources = Map.copyOf(sources);
        this.ledger = ledger;
        this.tracker = tracker;
        this.watch = watch;
        this.clock = clock;
    }

    /** What became of it: the job as it is now, and a sentence for the caller where there is more to say. */
    record Outcome(Job job, List<String> notes) {}

    CompletionStage<Outcome> cancel(Job job) {
        return switch (job.stage()) {
            case QUEUED -> takeBack(job);
            case SENDING ->
                goesOn(
                        job,
                        "Its request is with MiniMax and cannot be taken back now; where MiniMax gives it a task id, trying again may help.");
            case RUNNING -> withdraw(job);
            case COLLECTING -> goesOn(job, "MiniMax has finished it: it is paid for, and the result is being saved.");
            case SUCCEEDED, FAILED, CANCELLED, UNKNOWN -> goesOn(job, "It had ended before: nothing was cancelled.");
        };
    }

    /** Whoever writes first wins: the one who sends it, or the one who cancels it. */
    private CompletionStage<Outcome> takeBack(Job job) {
        return end(job).exceptionallyCompose(
                        problem -> changedMeanwhile(
                                job,
                                problem,
                                newest -> List.of(
                                        newest.stage() == JobStage.CANCELLED
                                                ? "It was cancelled elsewhere at the same time."
                                                : "It changed at the same moment and was not cancelled: look at it again and decide.")));
    }

    private CompletionStage<Outcome> withdraw(Job job) {
        JobSource source = sources.get(job.order().source());
        if (source == null) {
            return goesOn(job, "This server does not know how to cancel jobs of this kind.");
        }
        return source.withdraw(job).thenCompose(withdrawal -> switch (withdrawal) {
            case CANCELLED ->
                end(job).exceptionallyCompose(problem -> changedMeanwhile(
                        job, problem, newest -> List.of("MiniMax has cancelled it at no cost; its status follows.")));
            case DELETED ->
                end(job, JobStage.FAILED, Fates.deleted())
                        .exceptionallyCompose(problem -> changedMeanwhile(
                                job,
                                problem,
                                newest -> List.of("MiniMax deleted the result in the place of cancelling it.")));
            case TOO_LATE -> goesOn(job, "MiniMax has begun with it and cannot stop: it is paid for and will be kept.");
            case NOT_POSSIBLE ->
                goesOn(job, "MiniMax has no way to cancel a job of this kind: it is paid for and will be kept.");
        });
    }

    private CompletionStage<Outcome> end(Job job) {
        return end(job, JobStage.CANCELLED, Fates.cancelled());
    }

    private CompletionStage<Outcome> end(Job job, JobStage stage, Failure why) {
        return ledger.store(job.ended(stage, why, clock.instant())).thenApply(ended -> {
            tracker.drop(ended.id());
            watch.changed(ended);
            return new Outcome(ended, List.of());
        });
    }

    private CompletionStage<Outcome> changedMeanwhile(Job job, Throwable problem, Function<Job, List<String>> notes) {
        if (!(ToolException.unwrap(problem) instanceof StaleJobException)) {
            return CompletableFuture.failedFuture(problem);
        }
        return ledger.find(job.tenant(), job.id()).thenApply(found -> {
            Job newest = found.orElse(job);
            return new Outcome(newest, notes.apply(newest));
        });
    }

    private static CompletionStage<Outcome> goesOn(Job job, String note) {
        return CompletableFuture.completedFuture(new Outcome(job, List.of(note)));
    }
}
