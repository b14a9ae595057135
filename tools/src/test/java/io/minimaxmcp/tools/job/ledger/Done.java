package io.minimaxmcp.tools.job.ledger;

import io.minimaxmcp.tools.job.Admission;
import io.minimaxmcp.tools.job.AdmissionRules;
import io.minimaxmcp.tools.job.Job;
import io.minimaxmcp.tools.job.JobLedger;
import io.minimaxmcp.tools.tool.ToolException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.opentest4j.AssertionFailedError;

/** Waits for stages, as only tests may. */
final class Done {
    private static final long PATIENCE_SECONDS = 120;

    private Done() {}

    static <T> T done(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException ours) {
                throw ours;
            }
            throw new AssertionFailedError("failed", e);
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionFailedError("not done in time", e);
        }
    }

    static ToolException refused(CompletionStage<?> stage) {
        try {
            Object value = done(stage);
            throw new AssertionFailedError("not refused: " + value);
        } catch (ToolException expected) {
            return expected;
        }
    }

    /** Admits a job that there is no reason to refuse. */
    static Job admitted(JobLedger ledger, Job job) {
        return admitted(ledger, job, SampleJobs.NO_RULES);
    }

    static Job admitted(JobLedger ledger, Job job, AdmissionRules rules) {
        Admission admission = done(ledger.admit(job, rules));
        if (admission instanceof Admission.Admitted in) {
            return in.job();
        }
        throw new AssertionFailedError("not admitted: " + admission);
    }
}
