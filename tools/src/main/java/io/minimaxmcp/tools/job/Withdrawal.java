package io.minimaxmcp.tools.job;

/** What came of asking MiniMax to take a job back. */
public enum Withdrawal {
    /** It is cancelled upstream and costs nothing. */
    CANCELLED,
    /** It has begun, or is finished: it goes on and is paid for. */
    TOO_LATE,
    /** This API has no way to cancel. */
    NOT_POSSIBLE
}
