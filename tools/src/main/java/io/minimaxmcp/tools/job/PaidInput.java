package io.minimaxmcp.tools.job;

import org.jspecify.annotations.Nullable;

/** What every paid tool takes beside its own arguments. */
public interface PaidInput {
    /** The caller's own name for the request: the same name again finds the first job. */
    @Nullable
    String requestId();

    /** Whether to answer with the exact request and its price, and send nothing. */
    @Nullable
    Boolean dryRun();

    /** The one-time token of an estimate that asked for confirmation. */
    @Nullable
    String confirm();

    /** The longest to wait for the result, in seconds. */
    default @Nullable Integer waitSeconds() {
        return null;
    }
}
