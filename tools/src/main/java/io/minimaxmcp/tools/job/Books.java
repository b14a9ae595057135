package io.minimaxmcp.tools.job;

import io.minimaxmcp.tools.tool.ToolException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the changes of this process's jobs into the ledger, and tells those who listen. */
final class Books {
    private static final Logger LOG = LoggerFactory.getLogger(Books.class);

    private final JobLedger ledger;
    private final JobWatch watch;
    private final JobTimer timer;
    private final Pace pace;

    Books(JobLedger ledger, JobWatch watch, JobTimer timer, Pace pace) {
        this.ledger = ledger;
        this.watch = watch;
        this.timer = timer;
        this.pace = pace;
    }

    /** Writes a change down, or fails; completes with the new version when it is durable. */
    CompletionStage<Job> write(Course course, Job changed) {
        return ledger.store(changed).thenApply(stored -> told(course, stored));
    }

    private Job told(Course course, Job stored) {
        course.reached(stored);
        watch.changed(stored);
        return stored;
    }

    /**
     * Writes down what cannot be found out a second time: goes on trying until it is written, or somebody else has the job. A last
     * change is told at once even while it cannot be written, because it is the truth.
     */
    CompletionStage<Job> insist(Course course, Job changed) {
        var written = new CompletableFuture<Job>();
        insist(course, changed, 1, written);
        return written;
    }

    private void insist(Course course, Job changed, int attempt, CompletableFuture<Job> written) {
        settle(course, changed, attempt, written, write(course, changed));
    }

    private void settle(
            Course course, Job changed, int attempt, CompletableFuture<Job> written, CompletionStage<Job> writing) {
        writing.whenComplete((stored, problem) -> {
            if (problem == null) {
                written.complete(stored);
            } else if (ToolException.unwrap(problem) instanceof StaleJobException stale) {
                contradict(course, changed, attempt, written, stale);
            } else {
                LOG.atWarn()
                        .addKeyValue("jobId", changed.id())
                        .addKeyValue("attempt", attempt)
                        .setCause(problem)
                        .log("a job cannot be written down; trying again");
                tellTheEnd(changed);
                timer.after(pace.repeat(attempt, Duration.ZERO), () -> insist(course, changed, attempt + 1, written));
            }
        });
    }

    /**
     * Whoever has the job now believes that the answer to its paid request is lost, or will: this process was away for longer than its
     * lease. What it has heard is the truth all the same.
     */
    private void contradict(
            Course course, Job heard, int attempt, CompletableFuture<Job> written, StaleJobException stale) {
        boolean isAnswer =
                course.isSentHere() && course.job().stage() == JobStage.SENDING && heard.stage() != JobStage.UNKNOWN;
        if (!isAnswer) {
            written.completeExceptionally(stale);
            return;
        }
        ledger.find(heard.tenant(), heard.id()).whenComplete((found, unreadable) -> {
            if (unreadable != null) {
                timer.after(pace.repeat(attempt, Duration.ZERO), () -> insist(course, heard, attempt + 1, written));
            } else if (found.filter(Books::isInTheDark).isEmpty()) {
                written.completeExceptionally(stale);
            } else {
                LOG.atWarn().addKeyValue("jobId", heard.id()).log("an answer came after others had given it up");
                settle(
                        course,
                        heard,
                        attempt + 1,
                        written,
                        ledger.correct(heard.withVersion(found.get().version()))
                                .thenApply(stored -> told(course, stored)));
            }
        });
    }

    private static boolean isInTheDark(Job job) {
        return job.stage() == JobStage.SENDING || job.stage() == JobStage.UNKNOWN;
    }

    private void tellTheEnd(Job changed) {
        if (changed.stage().isFinal()) {
            watch.changed(changed);
        }
    }
}
