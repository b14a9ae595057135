package io.minimaxmcp.tools.upstream;

import dev.failsafe.spi.Scheduler;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Failsafe's delays as Vert.x timers, so that waiting for a repeat, a timeout or a lane holds no thread; what is due now goes to a worker. */
final class VertxScheduler implements Scheduler {
    private final Vertx vertx;
    private final Executor workers;

    VertxScheduler(Vertx vertx, Executor workers) {
        this.vertx = vertx;
        this.workers = workers;
    }

    @Override
    public ScheduledFuture<?> schedule(Callable<?> task, long delay, TimeUnit unit) {
        long nanos = unit.toNanos(delay);
        return new Timer(task, nanos).start(nanos);
    }

    private final class Timer extends FutureTask<Object> implements ScheduledFuture<Object> {
        /** No timer of Vert.x's is called so. */
        private static final long NONE = -1;

        private final long due;
        private volatile long id = NONE;

        Timer(Callable<?> task, long nanos) {
            super(task::call);
            due = System.nanoTime() + nanos;
        }

        /** A Vert.x timer has whole milliseconds, at least one, and must not fire early. */
        Timer start(long nanos) {
            if (nanos <= 0) {
                workers.execute(this);
            } else {
                id = vertx.setTimer((nanos + 999_999) / 1_000_000, fired -> run());
            }
            return this;
        }

        @Override
        public boolean cancel(boolean mayInterrupt) {
            if (id != NONE) {
                vertx.cancelTimer(id);
            }
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
