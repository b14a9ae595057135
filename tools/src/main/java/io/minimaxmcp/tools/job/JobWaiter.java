package io.minimaxmcp.tools.job;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Waits for jobs on behalf of calls, and keeps the callers informed. Nothing happens to a job when nobody waits any more. */
final class JobWaiter {
    /** Clients give up on what is silent for longer; the contract promises 10 s. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

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

    private final class Wait {
        private final Visit visit;
        private final CompletableFuture<Job> end = new CompletableFuture<>();
        private volatile boolean tells;
        private volatile Job newest;
        private volatile JobTimer.Timeout heartbeat = () -> {};

        Wait(Job job, Visit visit) {
            this.newest = job;
            this.visit = visit;
        }

        /** @param telling whether the caller hears how this job gets on: of several, that of one is enough */
        CompletionStage<Job> begin(boolean telling) {
            tells = telling;
            beat();
            JobWatch.Listening listening = watch.listen(newest.tenant(), newest.id(), this::saw);
            JobTimer.Timeout deadline = timer.after(visit.plan().left(clock.instant()), this::leave);
            visit.context().cancellation().whenRequested().thenRun(this::leave);
            catchUp();
            return end.whenComplete((job, problem) -> {
                listening.close();
                deadline.cancel();
                heartbeat.cancel();
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

        private void beat() {
            if (tells && !end.isDone()) {
                progress.tell(visit, newest);
                heartbeat = timer.after(HEARTBEAT, this::beat);
            }
        }

        private void leave() {
            end.complete(newest);
        }
    }
}
