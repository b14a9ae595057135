package io.minimaxmcp.tools.upstream;

import dev.failsafe.spi.Scheduler;
import java.time.Duration;
import java.util.PriorityQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Time that passes only when the test says so, and what is due in it. */
final class ManualTime implements Scheduler, LongSupplier {
    private final PriorityQueue<Task> tasks = new PriorityQueue<>((one, other) -> Long.compare(one.due - other.due, 0));
    // Clocks of real machines wrap around too.
    private long now = Long.MAX_VALUE - TimeUnit.SECONDS.toNanos(30);

    @Override
    public long getAsLong() {
        return now;
    }

    @Override
    public ScheduledFuture<?> schedule(Callable<?> task, long delay, TimeUnit unit) {
        Task scheduled = new Task(task, now + unit.toNanos(delay));
        tasks.add(scheduled);
        return scheduled;
    }

    void advance(Duration time) {
        long end = now + time.toNanos();
        while (!tasks.isEmpty() && tasks.element().due - end <= 0) {
            Task next = tasks.remove();
            now = next.due;
            next.run();
        }
        now = end;
    }

    private final class Task extends FutureTask<Object> implements ScheduledFuture<Object> {
        private final long due;

        Task(Callable<?> task, long due) {
            super(task::call);
            this.due = due;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(due - now, TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }
}
