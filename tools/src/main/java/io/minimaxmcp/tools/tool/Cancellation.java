package io.minimaxmcp.tools.tool;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The caller's wish to stop waiting. It ends a wait, never a job that is paid for. */
public final class Cancellation {
    private final CompletableFuture<Void> requested = new CompletableFuture<>();

    public void request() {
        requested.complete(null);
    }

    public boolean isRequested() {
        return requested.isDone();
    }

    /** Completes when the caller no longer waits; never fails. */
    public CompletionStage<Void> whenRequested() {
        return requested.minimalCompletionStage();
    }
}
