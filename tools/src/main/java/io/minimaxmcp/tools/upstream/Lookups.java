package io.minimaxmcp.tools.upstream;

import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.ToolException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Looks at URLs that callers give, names included, on threads of their own: few, and nobody waits for them long. A name server that never
 * answers holds a thread for as long as the system likes, and anybody can give the names of one.
 */
final class Lookups {
    private static final int THREADS = 8;
    private static final int WAITING = 200;
    private static final int PATIENCE_S = 10;

    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(THREADS, THREADS, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), task -> {
                Thread thread = new Thread(task, "lookup");
                thread.setDaemon(true);
                return thread;
            });

    Lookups() {
        threads.allowCoreThreadTimeOut(true);
    }

    /** Never blocks, never throws. */
    <T> CompletionStage<T> run(Supplier<T> lookup) {
        try {
            return CompletableFuture.supplyAsync(lookup, threads).orTimeout(PATIENCE_S, TimeUnit.SECONDS);
        } catch (RejectedExecutionException tooMany) {
            Failure failure = Failure.of(
                    ErrorKind.UNAVAILABLE,
                    "Too many URLs are being looked at just now.",
                    "Call again in a minute, or hand the file over in another way.");
            return CompletableFuture.failedFuture(new ToolException(failure.canBeRetried(), tooMany));
        }
    }
}
