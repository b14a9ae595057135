package io.minimaxmcp.tools.job;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a process does from time to time: take up jobs that nobody works on, keep its own leased, forget old ones. */
final class Rounds {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final int CLAIMED_AT_ONCE = 200;
    private static final int IDLE_FACTOR = 12;
    private static final Duration FORGET_EVERY = Duration.ofHours(1);

    private final JobLedger ledger;
    private final JobTracker tracker;
    private final JobSettings settings;
    private final JobTimer timer;
    private final Clock clock;
    private final AtomicBoolean started = new AtomicBoolean();

    Rounds(JobLedger ledger, JobTracker tracker, JobSettings settings, JobTimer timer, Clock clock) {
        this.ledger = ledger;
        this.tracker = tracker;
        this.settings = settings;
        this.timer = timer;
        this.clock = clock;
    }

    /** Begins the rounds, and with them uses the ledger; a second start does nothing. */
    void start() {
        if (started.compareAndSet(false, true)) {
            again(this::claim, this::untilClaim);
            again(this::renew, () -> settings.lease().dividedBy(3));
            again(this::forget, () -> FORGET_EVERY);
        }
    }

    /** Takes up all jobs that nobody works on, without waiting for the next round. */
    void claimNow() {
        start();
        claim().whenComplete((done, problem) -> {
            if (problem != null) {
                LOG.atWarn().setCause(problem).log("jobs that nobody works on could not be taken up");
            }
        });
    }

    private CompletionStage<Void> claim() {
        return ledger.claim(CLAIMED_AT_ONCE, settings.lease()).thenCompose(this::takeOver);
    }

    private CompletionStage<Void> takeOver(List<Job> abandoned) {
        abandoned.forEach(tracker::takeOver);
        return abandoned.size() < CLAIMED_AT_ONCE ? CompletableFuture.completedFuture(null) : claim();
    }

    /** A desktop process may idle for days: then it seldom touches the disk. Whoever asks for a job claims at once anyway. */
    private Duration untilClaim() {
        return tracker.size() > 0
                ? settings.claimEvery()
                : settings.claimEvery().multipliedBy(IDLE_FACTOR);
    }

    private CompletionStage<Void> renew() {
        return tracker.size() > 0 ? ledger.renew(settings.lease()) : CompletableFuture.completedFuture(null);
    }

    private CompletionStage<Integer> forget() {
        return ledger.forget(clock.instant().minus(settings.retention()));
    }

    private void again(Supplier<? extends CompletionStage<?>> round, Supplier<Duration> pause) {
        if (tracker.isClosed()) {
            return;
        }
        round.get().whenComplete((done, problem) -> {
            if (problem != null) {
                LOG.atWarn().setCause(problem).log("a round of the job ledger failed and will be repeated");
            }
            timer.after(pause.get(), () -> again(round, pause));
        });
    }
}
