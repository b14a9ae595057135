package io.minimaxmcp.tools.tool;

/** What kind of failure a caller is told of: the {@code code} of an error result. */
public enum ErrorKind {
    INVALID_INPUT,
    AUTH,
    REGION,
    RATE_LIMITED,
    BALANCE,
    QUOTA,
    PERMISSION,
    CONTENT,
    BUDGET,
    NOT_FOUND,
    PATH,
    UPSTREAM,
    TIMEOUT,
    UNKNOWN_OUTCOME,
    CANCELLED,
    UNAVAILABLE
}
