package io.minimaxmcp.tools.job.ledger;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that owns a connection, started by its first task; who waits for a result goes on elsewhere. */
final class LedgerThread {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerThread.class);
    private static final long CLOSE_SECONDS = 30;

    /** How much may wait for the disk before what can be turned away is. */
    private static final int BACKLOG = 10_000;

    private final LedgerFile file;
    private final Executor callbacks;
    private final ExecutorService thread;
    private final AtomicInteger unanswered = new AtomicInteger();

    LedgerThread(String name, LedgerFile file, Executor callbacks) {
        this.file = file;
        this.callbacks = callbacks;
        this.thread = Executors.newSingleThreadExecutor(task -> {
            var made = new Thread(task, name);
            made.setDaemon(true);
            return made;
        });
    }

    boolean isBehind() {
        return unanswered.get() >= BACKLOG;
    }

    <T> CompletionStage<T> run(Entry<T> entry, Runnable task) {
        unanswered.incrementAndGet();
        try {
            thread.execute(task);
        } catch (RejectedExecutionException closed) {
            entry.fail(
                    LedgerFailure.unavailable("The server is shutting down.", "Call again when it is back.", closed));
            deliver(entry);
        }
        return entry.waiter();
    }

    void deliver(Entry<?> entry) {
        unanswered.decrementAndGet();
        try {
            callbacks.execute(() -> entry.deliver(file));
        } catch (RejectedExecutionException closed) {
            // Nobody must wait for ever because the server goes down.
            entry.deliver(file);
        }
    }

    /** Runs what was given before, then this, and ends. */
    void close(Runnable last) {
        try {
            thread.execute(last);
        } catch (RejectedExecutionException closedBefore) {
            return;
        }
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.atWarn().addKeyValue("file", file.path()).log("The ledger did not close in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
