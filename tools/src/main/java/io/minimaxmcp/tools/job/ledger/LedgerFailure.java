package io.minimaxmcp.tools.job.ledger;

import io.minimaxmcp.tools.job.Job;
import io.minimaxmcp.tools.job.JobStage;
import io.minimaxmcp.tools.tool.Charged;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.ToolException;
import org.jspecify.annotations.Nullable;

/** What callers are told when a ledger cannot be used. */
public final class LedgerFailure {
    private LedgerFailure() {}

    public static ToolException unavailable(String message, String fix, @Nullable Throwable cause) {
        Failure failure = Failure.of(ErrorKind.UNAVAILABLE, message, fix);
        return cause == null ? new ToolException(failure) : new ToolException(failure, cause);
    }

    /** More is asked than the ledger can record. */
    public static ToolException overload() {
        Failure failure = Failure.of(
                ErrorKind.UNAVAILABLE,
                "More jobs are coming in than the ledger can record.",
                "Wait a few seconds and call again.");
        return new ToolException(failure.canBeRetried());
    }

    /** Until it was sent it cost nothing; from then on, that it cannot be written down says nothing of that. */
    public static Throwable of(Throwable thrown, Job job) {
        ToolException told = ToolException.in(thrown);
        if (told == null) {
            return thrown;
        }
        boolean unsent = job.stage() == JobStage.QUEUED || job.stage() == JobStage.SENDING;
        return new ToolException(
                told.failure().charged(unsent ? Charged.NO : Charged.UNKNOWN).ofJob(job.id()), told);
    }
}
