package io.minimaxmcp.tools.job;

import java.time.Duration;

/** Runs short things later: the only way in which time passes for jobs and those who wait for them. */
public interface JobTimer extends AutoCloseable {
    /** Runs the task once, not before the delay is over; the task must not block. */
    Timeout after(Duration delay, Runnable task);

    /** Forgets all that was to run. */
    @Override
    void close();

    /** Something that is to run later. */
    @FunctionalInterface
    interface Timeout {
        /** Sees to it that it does not run any more, if it has not begun. */
        void cancel();
    }
}
