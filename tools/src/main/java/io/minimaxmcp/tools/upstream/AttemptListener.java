package io.minimaxmcp.tools.upstream;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Told around each attempt of a paid request, so that its fate can be written down. */
public interface AttemptListener {
    AttemptListener NONE = new AttemptListener() {
        @Override
        public CompletionStage<Void> leaving() {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<Void> notTaken() {
            return CompletableFuture.completedFuture(null);
        }
    };

    /** The attempt has its place in the lane and leaves when this completes; it does not leave when this fails. */
    CompletionStage<Void> leaving();

    /** MiniMax provably did not take the attempt; it may be repeated once this completes. */
    CompletionStage<Void> notTaken();
}
