package io.minimaxmcp.tools.job;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Real time, told by one daemon thread for ten thousand jobs. */
public final class ThreadTimer implements JobTimer {
    private static final Logger LOG = LoggerFactory.getLogger(ThreadTimer.class);

    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, task -> {
        Thread daemon = new Thread(task, "job-timer");
        daemon.setDaemon(true);
        return daemon;
    });

    public ThreadTimer() {
        thread.setRemoveOnCancelPolicy(true);
    }

    @Override
    public Timeout after(Duration delay, Runnable task) {
        try {
            ScheduledFuture<?> due = thread.schedule(logged(task), delay.toNanos(), TimeUnit.NANOSECONDS);
            return () -> due.cancel(false);
        } catch (RejectedExecutionException closed) {
            return () -> {};
        }
    }

    private static Runnable logged(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException bug) {
                LOG.atError().setCause(bug).log("a timed task failed");
            }
        };
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
