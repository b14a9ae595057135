package io.minimaxmcp.tools.job.ledger;

import static io.minimaxmcp.tools.job.ledger.Done.admitted;
import static io.minimaxmcp.tools.job.ledger.Done.done;
import static io.minimaxmcp.tools.job.ledger.Done.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.minimaxmcp.tools.job.Job;
import io.minimaxmcp.tools.job.JobLedger;
import io.minimaxmcp.tools.job.JobQuery;
import io.minimaxmcp.tools.job.JobStage;
import io.minimaxmcp.tools.tool.Charged;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.Tenant;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Connections that break at the worst moment, and a database that takes what it is told and says nothing. */
class PostgresDoubtTest {
    private final SampleJobs jobs = new SampleJobs(Clock.systemUTC());
    private final String direct = PostgresServer.emptySchema();
    private final PostgresWire wire = wire();

    private PostgresWire wire() {
        try {
            return new PostgresWire(
                    URI.create(direct.substring("jdbc:".length())).getPort());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @AfterEach
    void hangUp() {
        wire.close();
    }

    @ParameterizedTest
    @EnumSource
    void whateverBecomesOfItsCommitAnOrderIsTakenInOnce(PostgresWire.Fate fate) {
        try (JobLedger ledger = LedgerHome.open(wire.around(direct), Clock.systemUTC(), false)) {
            done(ledger.list(Tenant.LOCAL, everything()));
            wire.nextCommit(fate);

            Job order = admitted(ledger, jobs.job());

            assertThat(wire.isQuiet()).isTrue();
            assertThat(listed()).containsExactly(order);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whateverBecomesOfItsCommitAStepIsWrittenOnce(PostgresWire.Fate fate) {
        try (JobLedger ledger = LedgerHome.open(wire.around(direct), Clock.systemUTC(), false)) {
            Job order = admitted(ledger, jobs.job());
            wire.nextCommit(fate);

            Job sending = done(ledger.store(jobs.at(order, JobStage.SENDING)));

            assertThat(wire.isQuiet()).isTrue();
            assertThat(sending.version()).isEqualTo(order.version() + 1);
            assertThat(listed()).containsExactly(sending);
        }
    }

    @Test
    void aDatabaseThatSaysNothingIsGivenUpInSecondsAtNoCost() {
        String impatient = wire.around(direct) + "&socketTimeout=1&loginTimeout=1";
        try (JobLedger ledger = LedgerHome.open(impatient, Clock.systemUTC(), false)) {
            admitted(ledger, jobs.job());
            wire.freeze();

            Failure failure =
                    refused(ledger.admit(jobs.job(), SampleJobs.NO_RULES)).failure();
            wire.close();

            assertThat(failure.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
            assertThat(failure.charged()).isEqualTo(Charged.NO);
            assertThat(failure.retryable()).isTrue();
            assertThat(listed()).hasSize(1);
        }
    }

    private List<Job> listed() {
        try (JobLedger ledger = LedgerHome.open(direct, Clock.systemUTC(), false)) {
            return done(ledger.list(Tenant.LOCAL, everything()));
        }
    }

    private static JobQuery everything() {
        return new JobQuery(null, null, 20, null);
    }
}
