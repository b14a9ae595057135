package io.minimaxmcp.tools.upstream;

import dev.failsafe.spi.Scheduler;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One rate limit: never more than so many in any minute, however they come, and never more than so many of this process under way at
 * once. Tenants take turns; of one tenant, who came first goes first.
 *
 * <p>Failsafe's own limiter is not used because callers are told their place in the queue, because a {@code Retry-After} closes the
 * lane for everybody in it, and because its clock cannot be injected. No thread is held by who waits.
 */
final class LaneLimiter {
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final Lane lane;
    private final int perMinute;
    private final int inFlight;
    private final Scheduler scheduler;
    private final LongSupplier nanoTime;
    private final Purse purse;
    private final Line<Waiter> waiting = new Line<>();
    /** When those of the last minute left, oldest first: never more than {@code perMinute}. */
    private final Deque<Long> left = new ArrayDeque<>();

    private int underWay;
    private long closedUntil;
    private long evenUntil;
    private @Nullable Future<?> alarm;

    LaneLimiter(Lane lane, int perMinute, Scheduler scheduler, LongSupplier nanoTime) {
        this(
                lane,
                perMinute,
                Integer.MAX_VALUE,
                new Purse(null, "", lane, perMinute, nanoTime.getAsLong()),
                scheduler,
                nanoTime);
    }

    /**
     * @param inFlight how many may be under way at once
     * @param purse what of the lane this process may use, where others use it as well
     */
    LaneLimiter(Lane lane, int perMinute, int inFlight, Purse purse, Scheduler scheduler, LongSupplier nanoTime) {
        this.lane = lane;
        this.inFlight = inFlight;
        this.purse = purse;
        this.perMinute = perMinute;
        this.scheduler = scheduler;
        this.nanoTime = nanoTime;
        closedUntil = nanoTime.getAsLong();
        evenUntil = closedUntil;
    }

    /**
     * Completes when it is this caller's turn.
     *
     * @param again whether the caller has had its turn and was sent back: it keeps its place before all newcomers
     * @param tenant who takes turns with whom
     * @param ahead told how many are before this one, whenever that changes
     */
    CompletionStage<Void> enter(boolean again, String tenant, IntConsumer ahead) {
        return enter(again, tenant, ahead, leave -> {});
    }

    /** @param givenUp takes what is to be run when the caller wants its turn no more; the stage is cancelled then */
    CompletionStage<Void> enter(boolean again, String tenant, IntConsumer ahead, Consumer<Runnable> givenUp) {
        Waiter waiter = new Waiter(new CompletableFuture<>(), ahead);
        synchronized (this) {
            if (again) {
                waiting.putFirst(waiter);
            } else {
                waiting.add(tenant, waiter);
            }
        }
        advance();
        givenUp.accept(() -> giveUp(waiter));
        return waiter.turn();
    }

    private void giveUp(Waiter waiter) {
        boolean waited;
        synchronized (this) {
            waited = !waiter.turn().isDone() && waiting.giveUp(waiter);
        }
        if (waited) {
            waiter.turn().cancel(false);
            advance();
        }
    }

    /** Makes room for the next one: who had its turn is back, whatever came of it. */
    void leave() {
        synchronized (this) {
            underWay--;
        }
        advance();
    }

    /** Lets nobody leave for so long, and after that spreads the leaving evenly for a minute: MiniMax has said that it was too much. */
    synchronized void close(Duration time) {
        if (time.isZero()) {
            return;
        }
        long now = nanoTime.getAsLong();
        purse.close(time);
        closedUntil = later(closedUntil, now + time.toNanos());
        evenUntil = closedUntil + MINUTE;
    }

    synchronized LaneState state() {
        long now = nanoTime.getAsLong();
        forget(now);
        long wait = Math.max(0, next(now) - now);
        return new LaneState(lane, perMinute, left.size(), waiting.size(), TimeUnit.NANOSECONDS.toMillis(wait));
    }

    /** Lets out who may leave now. Waiters are told outside the lock: what they do then is theirs. */
    private void advance() {
        List<Waiter> leaving = new ArrayList<>();
        List<Waiter> staying = new ArrayList<>();
        boolean broke;
        synchronized (this) {
            long now = nanoTime.getAsLong();
            broke = letOut(now, leaving);
            staying.addAll(waiting.all());
            if (!waiting.isEmpty() && alarm == null && !broke && !purse.isAsking() && !isFull()) {
                alarm = scheduler.schedule(this::wake, next(now) - now, TimeUnit.NANOSECONDS);
            }
        }
        if (broke) {
            borrow(staying.size());
        }
        leaving.forEach(waiter -> waiter.turn().complete(null));
        for (int place = 0; place < staying.size(); place++) {
            staying.get(place).ahead().accept(place);
        }
    }

    /** Whether those who stay could leave now if only the purse were fuller. */
    private boolean letOut(long now, List<Waiter> leaving) {
        while (!waiting.isEmpty() && !isFull()) {
            forget(now);
            if (next(now) - now > 0) {
                return false;
            }
            if (!purse.spend(now)) {
                return !purse.isAsking();
            }
            left.addLast(now);
            underWay++;
            leaving.add(waiting.next());
        }
        return false;
    }

    private void borrow(int waiters) {
        long asked = nanoTime.getAsLong();
        CompletionStage<LaneTokens.Grant> lent;
        synchronized (this) {
            if (purse.isAsking()) {
                return;
            }
            lent = purse.ask(waiters);
        }
        lent.whenComplete((grant, problem) -> {
            synchronized (this) {
                purse.fill(grant, asked, nanoTime.getAsLong());
            }
            advance();
        });
    }

    private @Nullable Void wake() {
        synchronized (this) {
            alarm = null;
        }
        advance();
        return null;
    }

    /** Whoever comes back lets the next one go. */
    private boolean isFull() {
        return underWay >= inFlight;
    }

    private void forget(long now) {
        while (!left.isEmpty() && now - left.getFirst() >= MINUTE) {
            left.removeFirst();
        }
    }

    /** When the next one may leave. */
    private long next(long now) {
        long next = later(later(now, closedUntil), purse.emptyUntil());
        if (left.size() >= perMinute) {
            next = later(next, left.getFirst() + MINUTE);
        }
        if (!left.isEmpty() && evenUntil - next > 0) {
            next = later(next, left.getLast() + MINUTE / perMinute);
        }
        return next;
    }

    private static long later(long one, long other) {
        return one - other > 0 ? one : other;
    }

    private record Waiter(CompletableFuture<Void> turn, IntConsumer ahead) {}
}
