package io.minimaxmcp.server.transport.http;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs things a moment later, all that came meanwhile at once. While there is nothing to run, nothing ticks. */
final class Moment {
    /** Things wait for one tick at least, and for two at most. */
    private static final long TICK_MS = 20;

    private final ScheduledExecutorService timer;
    private List<Runnable> next = new ArrayList<>();
    private List<Runnable> due = List.of();
    private @Nullable Future<?> ticking;

    /**
     * @param timer where they are run; it remains the caller's
     */
    Moment(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    /**
     * @param thing short, and never throws
     */
    synchronized void later(Runnable thing) {
        next.add(thing);
        tickAgain();
    }

    private void tick() {
        List<Runnable> now;
        synchronized (this) {
            now = due;
            due = next;
            next = new ArrayList<>();
            ticking = null;
            if (!due.isEmpty()) {
                tickAgain();
            }
        }
        now.forEach(Runnable::run);
    }

    private void tickAgain() {
        if (ticking == null && !timer.isShutdown()) {
            ticking = timer.schedule(this::tick, TICK_MS, TimeUnit.MILLISECONDS);
        }
    }
}
