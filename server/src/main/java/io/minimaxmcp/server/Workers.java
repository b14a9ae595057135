package io.minimaxmcp.server;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * The threads that may block: one pool for calls, one small one for files and big decoding; and a timer. They never keep the
 * process alive.
 */
final class Workers implements AutoCloseable {
    private static final int FILE_THREADS = 4;

    private final ExecutorService calls = Executors.newCachedThreadPool(named("call"));
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(named("timer"));
    private final ExecutorService files = Executors.newFixedThreadPool(FILE_THREADS, named("file"));

    /** For what has its time; nothing that blocks. Its thread is made with the first task. */
    ScheduledExecutorService timer() {
        return timer;
    }

    ExecutorService calls() {
        return calls;
    }

    ExecutorService files() {
        return files;
    }

    private static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Lets what is being written be written. */
    @Override
    public void close() {
        timer.shutdownNow();
        calls.shutdown();
        files.shutdown();
        try {
            if (!files.awaitTermination(5, TimeUnit.SECONDS)) {
                files.shutdownNow();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
