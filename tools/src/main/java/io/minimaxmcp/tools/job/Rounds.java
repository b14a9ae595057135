package io.minimaxmcp.tools.job;

import io.minimaxmcp.tools.tool.Tenant;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a process does from time to time: take up jobs that nobody works on, keep its own leased, forget old ones. */
final class Rounds {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final int CLAIMED_AT_ONCE = 1_000;
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(2);
    private static final Duration HEEDED_FOR = Duration.ofMinutes(1);
    private static final Duration FORGET_EVERY = Duration.ofHours(1);

    private final JobLedger ledger;
    private final JobTracker tracker;
    private final JobSettings settings;
    private final JobTimer timer;
    private final Clock clock;
    private final Predicate<Tenant> served;
    private final AtomicBoolean keeping = new AtomicBoolean();
    private final AtomicBoolean started = new AtomicBoolean();

    Rounds(
            JobLedger ledger,
            JobTracker tracker,
            JobSettings settings,
            JobTimer timer,
            Clock clock,
            Predicate<Tenant> served) {
        this.ledger = ledger;
        this.tracker = tracker;
        this.settings = settings;
        this.timer = timer;
        this.clock = clock;
        this.served = served;
    }

    /** Begins the rounds, and with them uses the ledger; a second start does nothing. */
    void start() {
        keep();
        if (settings.takesUp() && started.compareAndSet(false, true)) {
            again(this::claim, this::untilClaim);
            again(this::forget, () -> FORGET_EVERY);
        }
    }

    /** Keeps the jobs that this process has, as long as nobody else has cancelled them. */
    private void keep() {
        if (keeping.compareAndSet(false, true)) {
            again(
                    () -> renew().thenCompose(renewed -> heedCancelled()),
                    () -> settings.lease().dividedBy(3));
        }
    }

    /** Takes this job up if nobody works on it, without waiting for a round. */
    void claimNow(Job job) {
        keep();
        ledger.claim(job.tenant(), job.id(), settings.lease()).whenComplete((claimed, problem) -> {
            if (problem == null) {
                claimed.ifPresent(tracker::takeOver);
            } else {
                LOG.atWarn()
                        .addKeyValue("jobId", job.id())
                        .setCause(problem)
                        .log("a job that nobody works on could not be taken up");
            }
        });
    }

    private CompletionStage<Void> claim() {
        return ledger.claim(CLAIMED_AT_ONCE, settings.lease(), served).thenCompose(this::takeOver);
    }

    private CompletionStage<Void> takeOver(List<Job> abandoned) {
        abandoned.forEach(tracker::takeOver);
        return abandoned.size() < CLAIMED_AT_ONCE ? CompletableFuture.completedFuture(null) : claim();
    }

    /** What another process has cancelled holds up nobody in the queues of this one. */
    private CompletionStage<Void> heedCancelled() {
        return tracker.hasQueued()
                ? ledger.cancelled(HEEDED_FOR).thenAccept(jobs -> jobs.forEach(tracker::endedElsewhere))
                : CompletableFuture.completedFuture(null);
    }

    /** Whoever asks for a job claims it at once anyway. */
    private Duration untilClaim() {
        return tracker.size() > 0 ? settings.claimEvery() : settings.claimWhenIdle();
    }

    private CompletionStage<Void> renew() {
        return tracker.size() > 0 ? ledger.renew(settings.lease()) : CompletableFuture.completedFuture(null);
    }

    private CompletionStage<Integer> forget() {
        return ledger.forget(clock.instant().minus(settings.retention()))
                .thenCompose(some -> some == 0 ? CompletableFuture.completedFuture(0) : forget());
    }

    private void again(Supplier<? extends CompletionStage<?>> round, Supplier<Duration> pause) {
        if (tracker.isClosed()) {
            return;
        }
        round.get().whenComplete((done, problem) -> {
            if (problem != null) {
                LOG.atWarn().setCause(problem).log("a round of the job ledger failed and will be repeated");
            }
            Duration next = pause.get();
            boolean isSooner = problem != null && AFTER_TROUBLE.compareTo(next) < 0;
            timer.after(isSooner ? AFTER_TROUBLE : next, () -> again(round, pause));
        });
    }
}
