package io.minimaxmcp.tools.job.ledger;

import static io.minimaxmcp.tools.job.ledger.Done.admitted;
import static io.minimaxmcp.tools.job.ledger.Done.done;
import static io.minimaxmcp.tools.job.ledger.Done.refused;
import static io.minimaxmcp.tools.job.ledger.LedgerHome.LEASE;
import static io.minimaxmcp.tools.job.ledger.SampleJobs.NO_RULES;
import static org.assertj.core.api.Assertions.assertThat;

import io.minimaxmcp.tools.job.Admission;
import io.minimaxmcp.tools.job.Job;
import io.minimaxmcp.tools.job.JobLedger;
import io.minimaxmcp.tools.job.JobStage;
import io.minimaxmcp.tools.tool.Tenant;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Much at once. The figures it prints are for people: no machine is fast enough to be asserted. */
class SqliteLoadTest {
    private final Clock clock = Clock.systemUTC();
    private final SampleJobs jobs = new SampleJobs(clock);

    @TempDir
    private Path folder;

    @Test
    void newJobsAreTurnedAwayWhenTheDiskFallsBehindAndNoneIsLost() throws Exception {
        try (JobLedger ledger = open()) {
            Job underWay = admitted(ledger, jobs.job());
            List<CompletionStage<Admission>> waiting;
            CompletionStage<Admission> tooMuch;
            CompletionStage<Job> stored;
            try (Connection lock = locked()) {
                waiting = Stream.generate(() -> ledger.admit(jobs.job(), NO_RULES))
                        .limit(10_000)
                        .toList();
                tooMuch = ledger.admit(jobs.job(), NO_RULES);
                stored = ledger.store(jobs.at(underWay, JobStage.RUNNING));
                assertThat(lock.isClosed()).isFalse();
            }

            assertThat(refused(tooMuch).failure().retryable()).isTrue();
            assertThat(done(stored).version()).isEqualTo(2);
            assertThat(waiting).extracting(Done::done).hasOnlyElementsOfType(Admission.Admitted.class);
        }
        try (JobLedger next = open()) {
            tenThousandAreTakenUp(next);
        }
    }

    private void tenThousandAreTakenUp(JobLedger next) {
        done(next.find(Tenant.LOCAL, "opens it"));
        long begun = System.nanoTime();
        List<Job> claimed = done(next.claim(20_000, LEASE, tenant -> true));
        long claimedAt = System.nanoTime();
        done(next.renew(LEASE));
        tell("claim of 10,001 unfinished jobs", claimedAt - begun);
        tell("renewing them", System.nanoTime() - claimedAt);

        assertThat(claimed).hasSize(10_001).extracting(Job::id).isSorted();
    }

    @Test
    void committingInGroupsServesManyCallersAsDurablyAsOne() {
        try (JobLedger ledger = open()) {
            int alone = lifecycles(ledger, 1, 100);
            int together = lifecycles(ledger, 64, 1_600);

            assertThat(alone + together).isEqualTo(1_700);
        }
    }

    /** Lives of jobs, each admitted, sent, taken and finished: four durable steps. */
    private int lifecycles(JobLedger ledger, int callers, int count) {
        long begun = System.nanoTime();
        int finished =
                IntStream.range(0, callers)
                        .mapToObj(i -> lives(ledger, count / callers).toCompletableFuture())
                        .toList()
                        .stream()
                        .mapToInt(CompletableFuture::join)
                        .sum();
        long nanos = System.nanoTime() - begun;
        tell(
                "%d durable steps for %d callers: %d a second"
                        .formatted(finished * 4, callers, Math.round(finished * 4e9 / nanos)),
                nanos);
        return finished;
    }

    private CompletionStage<Integer> lives(JobLedger ledger, int count) {
        return count == 0
                ? CompletableFuture.completedFuture(0)
                : life(ledger).thenCompose(job -> lives(ledger, count - 1)).thenApply(rest -> rest + 1);
    }

    private CompletionStage<Job> life(JobLedger ledger) {
        return ledger.admit(jobs.job(), NO_RULES)
                .thenCompose(in -> ledger.store(jobs.at(((Admission.Admitted) in).job(), JobStage.SENDING)))
                .thenCompose(job -> ledger.store(jobs.at(job, JobStage.RUNNING)))
                .thenCompose(job -> ledger.store(jobs.at(job, JobStage.SUCCEEDED)));
    }

    private static void tell(String what, long nanos) {
        System.out.printf("ledger: %s in %d ms%n", what, Duration.ofNanos(nanos).toMillis());
    }

    private JobLedger open() {
        return LedgerHome.open("jdbc:sqlite:" + folder.resolve("ledger.db"), clock, false);
    }

    /** Another process in the middle of a long write; closing lets go. */
    private Connection locked() throws SQLException {
        Connection lock = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("ledger.db"));
        try (var statement = lock.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
        }
        return lock;
    }
}
