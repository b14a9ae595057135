package io.minimaxmcp.server;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads that may block: one pool for calls, one small one for files and big decoding; and a timer. They never keep the
 * process alive.
 */
final class Workers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final int FILE_THREADS = 4;

    private final ExecutorService calls = Executors.newCachedThreadPool(named("call"));
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(named("timer"));
    private final ExecutorService files = Executors.newFixedThreadPool(FILE_THREADS, named("file"));
    private final Queue<Future<?>> ticking = new ConcurrentLinkedQueue<>();

    /** For what has its time; nothing that blocks. Its thread is made with the first task. */
    ScheduledExecutorService timer() {
        return timer;
    }

    /** Runs what is quick and does not block each minute, until the end. */
    void everyMinute(Runnable task) {
        ticking.add(timer.scheduleAtFixedRate(() -> tried(task), 1, 1, TimeUnit.MINUTES));
    }

    private static void tried(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException bug) {
            LOG.atError().setCause(bug).log("what is done each minute failed");
        }
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
        ticking.forEach(task -> task.cancel(false));
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
