package io.minimaxmcp.tools.job.ledger;

import static io.minimaxmcp.tools.job.ledger.Done.admitted;
import static io.minimaxmcp.tools.job.ledger.Done.done;
import static io.minimaxmcp.tools.job.ledger.Done.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.minimaxmcp.tools.job.Job;
import io.minimaxmcp.tools.job.JobLedger;
import io.minimaxmcp.tools.job.JobStage;
import io.minimaxmcp.tools.tool.Charged;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Tenant;
import io.minimaxmcp.tools.tool.ToolException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that goes away and comes back. */
class PostgresOutageTest {
    private final SampleJobs jobs = new SampleJobs(Clock.systemUTC());

    @TempDir
    private Path data;

    @Test
    void callsAreRefusedAtNoCostWhileItIsAwayAndAllGoesOnWhenItIsBack() throws IOException {
        EmbeddedPostgres first = started(null);
        int port = first.getPort();
        try (JobLedger ledger = LedgerHome.open(first.getJdbcUrl("postgres", "postgres"), Clock.systemUTC(), false)) {
            Job sending = done(ledger.store(jobs.at(admitted(ledger, jobs.job()), JobStage.SENDING)));
            first.close();

            ToolException order = refused(ledger.admit(jobs.job(), SampleJobs.NO_RULES));
            ToolException answer = refused(ledger.store(jobs.at(sending, JobStage.RUNNING)));

            assertThat(order.failure().kind()).isEqualTo(ErrorKind.UNAVAILABLE);
            assertThat(order.failure().charged()).isEqualTo(Charged.NO);
            assertThat(order.failure().retryable()).isTrue();
            assertThat(order.failure().message()).doesNotContain("Exception", "user=");
            assertThat(answer.failure().charged()).isEqualTo(Charged.UNKNOWN);
            EmbeddedPostgres second = started(port);
            try {
                Job running = stored(ledger, sending);
                assertThat(done(ledger.find(Tenant.LOCAL, sending.id()))).contains(running);
                assertThat(admitted(ledger, jobs.job()).version()).isOne();
            } finally {
                second.close();
            }
        }
    }

    /** As {@code Books} does it: again until it is written. */
    private Job stored(JobLedger ledger, Job sending) {
        while (true) {
            try {
                return done(ledger.store(jobs.at(sending, JobStage.RUNNING)));
            } catch (ToolException stillAway) {
                Thread.onSpinWait();
            }
        }
    }

    private EmbeddedPostgres started(@Nullable Integer port) throws IOException {
        EmbeddedPostgres.Builder builder = PostgresServer.settings()
                .setDataDirectory(data.resolve("postgres"))
                .setCleanDataDirectory(false);
        return (port == null ? builder : builder.setPort(Objects.requireNonNull(port))).start();
    }
}
