package io.minimaxmcp.tools.sandbox;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Keeps one answer back at a known point until it is let go, so that a test can act at just that moment. */
public final class Hold {
    private final At at;
    private final CompletableFuture<Void> reached = new CompletableFuture<>();
    private final CompletableFuture<Void> released = new CompletableFuture<>();

    Hold(At at) {
        this.at = at;
    }

    /** Where an answer stops. */
    public enum At {
        /** The work is done, and would be billed; not a byte of the answer has left. */
        ANSWER,
        /** Half of the body has left. */
        HALFWAY
    }

    At at() {
        return at;
    }

    /** Completes when a request has come to this point. */
    public CompletionStage<Void> reached() {
        return reached.minimalCompletionStage();
    }

    /** Lets the answer go on. */
    public void release() {
        released.complete(null);
    }

    /** Says that a request has come to this point; the rest of its answer follows upon release. */
    void keep(Runnable rest) {
        released.minimalCompletionStage().thenRun(rest);
        reached.complete(null);
    }
}
