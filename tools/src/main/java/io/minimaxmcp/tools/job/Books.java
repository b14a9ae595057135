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
        return ledger.store(changed).thenApply(stored -> {
            course.reached(stored);
            watch.changed(stored);
            return stored;
        });
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
        write(course, changed).whenComplete((stored, problem) -> {
            if (problem == null) {
                written.complete(stored);
            } else if (ToolException.unwrap(problem) instanceof StaleJobException stale) {
                written.completeExceptionally(stale);
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

    private void tellTheEnd(Job changed) {
        if (changed.stage().isFinal()) {
            watch.changed(changed);
        }
    }
}
