package io.minimaxmcp.tools.job.ledger;

import static io.minimaxmcp.tools.job.ledger.Done.admitted;
import static io.minimaxmcp.tools.job.ledger.Done.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.minimaxmcp.schemas.Usd;
import io.minimaxmcp.tools.job.Job;
import io.minimaxmcp.tools.job.JobLedger;
import io.minimaxmcp.tools.job.JobStage;
import io.minimaxmcp.tools.job.Spending;
import io.minimaxmcp.tools.tool.Tenant;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What holds with real processes on one ledger, and when they are killed. */
interface ManyProcessesBehaviour {
    LedgerHome home();

    @Test
    default void fourProcessesWithFiftyIdenticalRequestsEachMakeOneJob() throws Exception {
        List<String> said = fourProcesses("identical 50");

        assertThat(said)
                .hasSize(200)
                .filteredOn(line -> line.startsWith("admitted"))
                .hasSize(1);
        assertThat(said).filteredOn("Duplicate"::equals).hasSize(199);
    }

    @Test
    default void fourProcessesNeverOvershootTheBudget() throws Exception {
        List<String> said = fourProcesses("budget 16 5.00");

        assertThat(said)
                .hasSize(64)
                .filteredOn(line -> line.startsWith("admitted"))
                .hasSize(17);
        try (JobLedger ledger = home().open(Clock.systemUTC(), false)) {
            Spending spending = done(
                    ledger.spending(Tenant.LOCAL, Clock.systemUTC().instant().minus(Duration.ofDays(1))));
            assertThat(spending).isEqualTo(new Spending(Usd.ZERO, SampleJobs.PRICE.times(17), 17, 0));
        }
    }

    @Test
    default void whatWasAcknowledgedSurvivesAKill() throws Exception {
        var said = new ArrayList<String>();
        try (ChildProcess child = ChildProcess.on(home().url()).awaitReady()) {
            child.tell("stream");
            while (said.size() < 300) {
                said.add(Objects.requireNonNull(child.readLine(), "the child ended by itself"));
            }
            said.addAll(child.kill());
        }

        try (JobLedger ledger = home().open(Clock.systemUTC(), false)) {
            List<String> found = done(ledger.claim(1_000_000, LedgerHome.LEASE, tenant -> true)).stream()
                    .map(job -> "admitted " + job.id())
                    .toList();
            // The last line may have been cut by the kill.
            assertThat(found).containsAll(said.subList(0, said.size() - 1));
            assertThat(done(ledger.spending(
                                    Tenant.LOCAL, Clock.systemUTC().instant().minus(Duration.ofDays(1))))
                            .reserved())
                    .isEqualTo(SampleJobs.PRICE.times(found.size()));
        }
    }

    @Test
    default void theJobsOfAKilledProcessAreTakenUpAtOnceNotWhenTheirLeaseEnds() throws Exception {
        String running;
        var jobs = new SampleJobs(Clock.systemUTC());
        try (ChildProcess child = ChildProcess.on(home().url()).awaitReady();
                JobLedger ledger = home().open(Clock.systemUTC(), false)) {
            child.tell("run");
            running = child.awaitDone().get(0);
            assertThat(done(ledger.claim(10, LedgerHome.LEASE, tenant -> true))).isEmpty();
            child.kill();

            List<Job> claimed = done(ledger.claim(10, LedgerHome.LEASE, tenant -> true));

            assertThat(claimed).extracting(job -> "admitted " + job.id()).containsExactly(running);
            assertThat(claimed).extracting(Job::stage).containsExactly(JobStage.RUNNING);
            assertThat(done(ledger.store(jobs.at(claimed.get(0), JobStage.SUCCEEDED)))
                            .version())
                    .isEqualTo(3);
            assertThat(admitted(ledger, jobs.job()).version()).isOne();
        }
    }

    private List<String> fourProcesses(String command) throws IOException {
        var children = new ArrayList<ChildProcess>();
        try {
            for (int i = 0; i < 4; i++) {
                children.add(ChildProcess.on(home().url()));
            }
            children.forEach(ChildProcess::awaitReady);
            for (ChildProcess child : children) {
                child.tell(command);
            }
            return children.stream()
                    .flatMap(child -> child.awaitDone().stream())
                    .toList();
        } finally {
            children.forEach(ChildProcess::close);
        }
    }
}
