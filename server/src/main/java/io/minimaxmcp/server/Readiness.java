package io.minimaxmcp.server;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether new work can be taken, found out by trying, however often it is asked: a look is good for a second. */
final class Readiness {
    private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);
    private static final long GOOD_NS = TimeUnit.SECONDS.toNanos(1);
    static final Duration USUAL_LONGEST = Duration.ofSeconds(3);

    private final Supplier<? extends CompletionStage<?>> look;
    private final Executor executor;
    private final Duration longest;
    private CompletableFuture<Boolean> latest = CompletableFuture.completedFuture(true);
    private long lookedAt = System.nanoTime() - GOOD_NS;

    /**
     * @param look fails where work cannot be taken; may block for a moment
     * @param executor where it is begun
     * @param longest how long it may take
     */
    Readiness(Supplier<? extends CompletionStage<?>> look, Executor executor, Duration longest) {
        this.look = look;
        this.executor = executor;
        this.longest = longest;
    }

    /** Never fails, never blocks. */
    synchronized CompletionStage<Boolean> now() {
        long now = System.nanoTime();
        if (latest.isDone() && now - lookedAt >= GOOD_NS) {
            lookedAt = now;
            latest = CompletableFuture.supplyAsync(look, executor)
                    .thenCompose(looking -> looking.thenApply(seen -> true))
                    .orTimeout(longest.toMillis(), TimeUnit.MILLISECONDS)
                    .exceptionally(trouble -> {
                        LOG.atWarn().setCause(trouble).log("no new work can be taken just now");
                        return false;
                    });
        }
        return latest;
    }
}
