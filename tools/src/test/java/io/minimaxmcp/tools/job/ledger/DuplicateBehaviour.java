package io.minimaxmcp.tools.job.ledger;

import static io.minimaxmcp.tools.job.ledger.Done.admitted;
import static io.minimaxmcp.tools.job.ledger.Done.done;
import static io.minimaxmcp.tools.job.ledger.SampleJobs.NO_RULES;
import static org.assertj.core.api.Assertions.assertThat;

import io.minimaxmcp.tools.job.Admission;
import io.minimaxmcp.tools.job.Job;
import io.minimaxmcp.tools.job.JobLedger;
import io.minimaxmcp.tools.job.JobStage;
import io.minimaxmcp.tools.tool.Charged;
import io.minimaxmcp.tools.tool.Tenant;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which requests find a job instead of making one. */
interface DuplicateBehaviour {
    LedgerHome home();

    @Test
    default void identicalArgumentsFindTheJobThatIsUnderWay() {
        var clock = new MovableClock();
        var jobs = new SampleJobs(clock);
        try (JobLedger ledger = home().open(clock, false)) {
            Job running = done(ledger.store(jobs.at(admitted(ledger, jobs.alike("same")), JobStage.RUNNING)));
            clock.move(Duration.ofDays(2));

            Admission again = done(ledger.admit(jobs.alike("same"), NO_RULES));

            assertThat(again).isEqualTo(new Admission.Duplicate(running));
        }
    }

    @Test
    default void identicalArgumentsFindASucceededJobOnlyWithinTheWindow() {
        var clock = new MovableClock();
        var jobs = new SampleJobs(clock);
        try (JobLedger ledger = home().open(clock, false)) {
            Job first = done(ledger.store(jobs.at(admitted(ledger, jobs.alike("same")), JobStage.SUCCEEDED)));

            clock.move(NO_RULES.duplicateWindow());
            Admission within = done(ledger.admit(jobs.alike("same"), NO_RULES));
            clock.move(Duration.ofMillis(1));
            Admission after = done(ledger.admit(jobs.alike("same"), NO_RULES));

            assertThat(within).isEqualTo(new Admission.Duplicate(first));
            assertThat(after).isInstanceOf(Admission.Admitted.class);
        }
    }

    @Test
    default void aRequestIdMakesANewJobOfIdenticalArguments() {
        var jobs = new SampleJobs(new MovableClock());
        try (JobLedger ledger = home().open(new MovableClock(), false)) {
            admitted(ledger, jobs.alike("same"));

            Admission another = done(ledger.admit(jobs.job(Tenant.LOCAL, "another", "same", false), NO_RULES));

            assertThat(another).isInstanceOf(Admission.Admitted.class);
        }
    }

    @Test
    default void aRequestIdFindsItsJobHoweverLongAgo() {
        var clock = new MovableClock();
        var jobs = new SampleJobs(clock);
        try (JobLedger ledger = home().open(clock, false)) {
            Job first = done(ledger.store(jobs.at(admitted(ledger, jobs.named("once")), JobStage.SUCCEEDED)));
            clock.move(Duration.ofDays(3));

            Admission again = done(ledger.admit(jobs.named("once"), NO_RULES));

            assertThat(again).isEqualTo(new Admission.Duplicate(first));
        }
    }

    @Test
    default void aFailureThatCostNothingLeavesItsRequestIdToTheNextAttempt() {
        var jobs = new SampleJobs(new MovableClock());
        try (JobLedger ledger = home().open(new MovableClock(), false)) {
            Job first = done(ledger.store(jobs.failed(admitted(ledger, jobs.named("retry")), Charged.NO)));

            Job second = admitted(ledger, jobs.named("retry"));
            Admission third = done(ledger.admit(jobs.named("retry"), NO_RULES));

            assertThat(second.id()).isNotEqualTo(first.id());
            assertThat(third).isEqualTo(new Admission.Duplicate(second));
        }
    }

    @Test
    default void whatMayHaveBeenPaidForIsFoundAgainNotRepeated() {
        var jobs = new SampleJobs(new MovableClock());
        try (JobLedger ledger = home().open(new MovableClock(), false)) {
            Job unknown = jobs.at(admitted(ledger, jobs.job(Tenant.LOCAL, "lost", "same", false)), JobStage.UNKNOWN);
            Job lost = done(ledger.store(unknown));

            Admission byName = done(ledger.admit(jobs.named("lost"), NO_RULES));
            Admission byArguments = done(ledger.admit(jobs.alike("same"), NO_RULES));

            assertThat(List.of(byName, byArguments)).containsOnly(new Admission.Duplicate(lost));
        }
    }

    @Test
    default void anotherTenantAndAnotherWorldAreNeverFound() {
        var jobs = new SampleJobs(new MovableClock());
        var other = new Tenant("other");
        try (JobLedger ledger = home().open(new MovableClock(), false);
                JobLedger sandbox = home().open(new MovableClock(), true)) {
            admitted(ledger, jobs.job(Tenant.LOCAL, "id", "same", false));

            List<Admission> admissions = List.of(
                    done(ledger.admit(jobs.job(other, "id", "same", false), NO_RULES)),
                    done(ledger.admit(jobs.job(new Tenant("third"), null, "same", false), NO_RULES)),
                    done(sandbox.admit(jobs.job(Tenant.LOCAL, "id", "same", true), NO_RULES)));

            assertThat(admissions).hasOnlyElementsOfType(Admission.Admitted.class);
        }
    }

    @Test
    default void ofManyIdenticalRequestsAtOnceExactlyOneIsTakenIn() {
        var jobs = new SampleJobs(new MovableClock());
        try (JobLedger one = home().open(new MovableClock(), false);
                JobLedger two = home().open(new MovableClock(), false)) {
            List<CompletionStage<Admission>> all = IntStream.range(0, 400)
                    .parallel()
                    .mapToObj(i -> (i % 2 == 0 ? one : two).admit(jobs.alike("same"), NO_RULES))
                    .toList();

            List<Admission> admissions = all.stream().map(Done::done).toList();

            assertThat(admissions)
                    .hasSize(400)
                    .filteredOn(Admission.Admitted.class::isInstance)
                    .hasSize(1);
        }
    }
}
