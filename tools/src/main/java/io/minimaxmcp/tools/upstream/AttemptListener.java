package io.minimaxmcp.tools.upstream;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Told around each attempt of a request, so that its fate can be written down. */
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

    /**
     * The attempt waits in this process for its lane, with so many others before it; told again whenever that falls. Cheap, never
     * blocks, on any thread. Not told when there is nothing to wait for.
     */
    default void queued(int ahead) {}

    /**
     * Takes what is to be run when nobody wants the request any more, once: one that waits for its lane leaves the queue then, and
     * fails with a {@link java.util.concurrent.CancellationException}; one that has had its turn goes on.
     */
    default void whenGivenUp(Runnable leave) {}

    /** Takes what is to be run when the answer is needed in memory no more, once; at once where nobody says. */
    default void whenRead(Runnable letGo) {
        letGo.run();
    }

    /** Where in a distributed trace the request stands ({@code traceparent}); null where nobody said. */
    default @Nullable String trace() {
        return null;
    }

    /**
     * The attempt has its place in the lane and its connection, and leaves when this completes; it does not leave when this fails.
     * Asked on an event loop.
     */
    CompletionStage<Void> leaving();

    /** MiniMax provably did not take the attempt that {@link #leaving} told of; it may be repeated once this completes. */
    CompletionStage<Void> notTaken();
}
