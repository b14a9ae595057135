package io.minimaxmcp.tools.job;

import io.minimaxmcp.tools.tool.ToolException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Waits for jobs on behalf of calls, and keeps the callers informed. Nothing happens to a job when nobody waits any more. */
final class JobWaiter {
    /** Clients give up on what is silent for longer; the contract promises 10 s. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

    private static final Duration PREPARING = Duration.ofSeconds(30);

    private final JobLedger ledger;
    private final JobWatch watch;
    private final JobTracker tracker;
    private final JobProgress progress;
    private final JobTimer timer;
    private final Clock clock;

    JobWaiter(JobLedger ledger, JobWatch watch, JobTracker tracker, JobProgress progress, JobTimer timer, Clock clock) {
        this.ledger = ledger;
        this.watch = watch;
        this.tracker = tracker;
        this.progress = progress;
        this.timer = timer;
        this.clock = clock;
    }

    /** Completes with the job when it is finished, or as it is when the visit's time is up or its caller has gone. */
    CompletionStage<Job> await(Job job, Visit visit) {
        return awaitFirst(List.of(job), visit);
    }

    /** Completes with the first of the jobs that is finished; with the first of the list when time is up or the caller has gone. */
    CompletionStage<Job> awaitFirst(List<Job> jobs, Visit visit) {
        Optional<Job> finished =
                jobs.stream().filter(job -> job.stage().isFinal()).findFirst();
        if (finished.isPresent() || visit.isOver()) {
            return CompletableFuture.completedFuture(finished.orElse(jobs.get(0)));
        }
        List<Wait> waits = jobs.stream().map(job -> new Wait(job, visit)).toList();
        var first = new CompletableFuture<Job>();
        waits.forEach(wait -> wait.begin(wait == waits.get(0)).thenAccept(first::complete));
        return first.whenComplete((job, problem) -> waits.forEach(Wait::leave));
    }

    /** See {@link JobDesk#prepare}. */
    <T> CompletionStage<T> prepare(Visit visit, CompletionStage<T> working) {
        if (working.toCompletableFuture().isDone()) {
            return visit.unlessGone(working);
        }
        var late = new CompletableFuture<T>();
        JobTimer.Timeout deadline = timer.after(
                atLeast(visit.plan().left(clock.instant())),
                () -> late.completeExceptionally(new ToolException(Fates.notPrepared())));
        var beat = new Beat(() -> visit.tell(0, "Still checking the request and its media."));
        beat.begin();
        return visit.unlessGone(working)
                .applyToEither(late, Function.identity())
                .whenComplete((order, problem) -> {
                    deadline.cancel();
                    beat.end();
                });
    }

    /** Whoever wants no waiting for the job still gives its media the time to come in. */
    private static Duration atLeast(Duration left) {
        return left.compareTo(PREPARING) < 0 ? PREPARING : left;
    }

    /** Says something every few seconds until it is over. */
    private final class Beat {
        private final Runnable saying;
        private volatile boolean over;
        private volatile JobTimer.Timeout next = () -> {};

        Beat(Runnable saying) {
            this.saying = saying;
        }

        void begin() {
            next = timer.after(HEARTBEAT, () -> {
                if (!over) {
                    saying.run();
                    begin();
                }
            });
        }

        void end() {
            over = true;
            next.cancel();
        }
    }

    private final class Wait {
        private final Visit visit;
        private final CompletableFuture<Job> end = new CompletableFuture<>();
        private volatile boolean tells;
        private volatile Job newest;
        private final Beat beat = new Beat(this::progress);

        Wait(Job job, Visit visit) {
            this.newest = job;
            this.visit = visit;
        }

        /** @param telling whether the caller hears how this job gets on: of several, that of one is enough */
        CompletionStage<Job> begin(boolean telling) {
            tells = telling;
            progress();
            beat.begin();
            JobWatch.Listening listening = watch.listen(newest.tenant(), newest.id(), this::saw);
            JobTimer.Timeout deadline = timer.after(visit.plan().left(clock.instant()), this::leave);
            visit.context().cancellation().whenRequested().thenRun(this::leave);
            catchUp();
            return end.whenComplete((job, problem) -> {
                listening.close();
                deadline.cancel();
                beat.end();
            });
        }

        /** The job may have changed before it was listened to. Where that cannot be read, the watch tries again each second. */
        private void catchUp() {
            Job driven = tracker.newest(newest.id());
            if (driven != null) {
                saw(driven);
                return;
            }
            ledger.find(newest.tenant(), newest.id()).whenComplete((found, unreadable) -> {
                if (unreadable == null) {
                    found.ifPresent(this::saw);
                }
            });
        }

        private synchronized void saw(Job job) {
            boolean isNews = job.version() > newest.version() || job.stage().isFinal();
            if (!isNews || end.isDone()) {
                return;
            }
            newest = job;
            if (job.stage().isFinal()) {
                end.complete(job);
            } else if (tells) {
                progress.tell(visit, job);
            }
        }

        private void progress() {
            if (tells && !end.isDone()) {
                progress.tell(visit, newest);
            }
        }

        private void leave() {
            end.complete(newest);
        }
    }
}
