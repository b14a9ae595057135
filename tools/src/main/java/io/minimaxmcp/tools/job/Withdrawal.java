package io.minimaxmcp.tools.job;

/** What came of asking MiniMax to take a job back. */
public enum Withdrawal {
    /** It is cancelled upstream and costs nothing. */
    CANCELLED,
    /** It has begun, or is finished: it goes on and is paid for. */
    TOO_LATE,
    /** It was finished, and MiniMax has deleted the result in the place of cancelling. */
    DELETED,
    /** This API has no way to cancel. */
    NOT_POSSIBLE
}
