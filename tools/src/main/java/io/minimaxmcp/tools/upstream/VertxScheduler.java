package io.minimaxmcp.tools.upstream;

import dev.failsafe.spi.Scheduler;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Failsafe's delays as Vert.x timers, so that waiting for a repeat, a timeout or a lane holds no thread. */
final class VertxScheduler implements Scheduler {
    private final Vertx vertx;

    VertxScheduler(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public ScheduledFuture<?> schedule(Callable<?> task, long delay, TimeUnit unit) {
        return new Timer(task, unit.toNanos(delay));
    }

    private final class Timer extends FutureTask<Object> implements ScheduledFuture<Object> {
        private final long due;
        private final long id;

        @SuppressWarnings("this-escape") // the timer cannot fire before a millisecond has passed
        Timer(Callable<?> task, long nanos) {
            super(task::call);
            due = System.nanoTime() + nanos;
            // A Vert.x timer has whole milliseconds, at least one, and must not fire early.
            id = vertx.setTimer(Math.max(1, (nanos + 999_999) / 1_000_000), fired -> run());
        }

        @Override
        public boolean cancel(boolean mayInterrupt) {
            vertx.cancelTimer(id);
            return super.cancel(false); // interrupting would hit the event loop
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(due - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }
}
