package io.minimaxmcp.tools.job;

/**
 * How far a job is, as the ledger remembers it.
 *
 * <pre>
 * QUEUED -> SENDING -> RUNNING -> COLLECTING -> SUCCEEDED
 *    |         |          |            |
 *    |         +-> UNKNOWN              (the answer was lost: it may have been paid for)
 *    +---------+----------+------------+-> FAILED
 *    +--------------------+-> CANCELLED
 * </pre>
 */
public enum JobStage {
    /** The intent is on disk and nothing was sent: whoever takes the job up may send it. */
    QUEUED,
    /** The paid request may be on its way: nobody but the sender knows, and nobody sends it again. */
    SENDING,
    /** MiniMax works on it under a task id: it is asked for, never sent again. */
    RUNNING,
    /** MiniMax is done; the results are being fetched. */
    COLLECTING,
    SUCCEEDED,
    FAILED,
    CANCELLED,
    /** The paid request was sent and its answer was lost. */
    UNKNOWN;

    public boolean isFinal() {
        return compareTo(SUCCEEDED) >= 0;
    }

    /** Whether it takes up a place where MiniMax makes only so many at once. */
    public boolean isBeforeTheEndOfItsTask() {
        return compareTo(COLLECTING) < 0;
    }

    /** The {@code status} that callers see. */
    public String status() {
        return switch (this) {
            case QUEUED -> "queued";
            case SENDING, RUNNING, COLLECTING -> "running";
            case SUCCEEDED -> "succeeded";
            case FAILED -> "failed";
            case CANCELLED -> "cancelled";
            case UNKNOWN -> "unknown";
        };
    }
}
