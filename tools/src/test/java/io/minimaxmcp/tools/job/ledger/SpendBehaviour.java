package io.minimaxmcp.tools.job.ledger;

import static io.minimaxmcp.tools.job.ledger.Done.admitted;
import static io.minimaxmcp.tools.job.ledger.Done.done;
import static io.minimaxmcp.tools.job.ledger.SampleJobs.NO_RULES;
import static io.minimaxmcp.tools.job.ledger.SampleJobs.PRICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.minimaxmcp.schemas.Usd;
import io.minimaxmcp.tools.job.Admission;
import io.minimaxmcp.tools.job.AdmissionRules;
import io.minimaxmcp.tools.job.JobLedger;
import io.minimaxmcp.tools.job.JobStage;
import io.minimaxmcp.tools.job.Spending;
import io.minimaxmcp.tools.tool.Charged;
import io.minimaxmcp.tools.tool.Tenant;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What jobs cost, what that forbids, and how a price is confirmed. */
interface SpendBehaviour {
    LedgerHome home();

    @Test
    default void whatWasOrMayHaveBeenChargedCountsAndTheRestIsGivenBack() {
        var clock = new MovableClock();
        var jobs = new SampleJobs(clock);
        try (JobLedger ledger = home().open(clock, false)) {
            admitted(ledger, jobs.job());
            done(ledger.store(jobs.at(admitted(ledger, jobs.job()), JobStage.SUCCEEDED)));
            done(ledger.store(jobs.at(admitted(ledger, jobs.job()), JobStage.UNKNOWN)));
            done(ledger.store(jobs.failed(admitted(ledger, jobs.job()), Charged.UNKNOWN)));
            done(ledger.store(jobs.failed(admitted(ledger, jobs.job()), Charged.NO)));
            done(ledger.store(jobs.at(admitted(ledger, jobs.job()), JobStage.CANCELLED)));
            admitted(ledger, jobs.unpriced());

            Spending spending = done(ledger.spending(Tenant.LOCAL, clock.instant()));

            assertThat(spending).isEqualTo(new Spending(PRICE.times(3), PRICE, 5, 1));
        }
    }

    @Test
    default void whatMiniMaxBillsCountsWhereItIsNotWhatWasReserved() {
        var clock = new MovableClock();
        var jobs = new SampleJobs(clock);
        try (JobLedger ledger = home().open(clock, false)) {
            done(ledger.store(jobs.at(
                    done(ledger.store(jobs.billed(admitted(ledger, jobs.job()), Usd.of("0.10")))),
                    JobStage.SUCCEEDED)));
            done(ledger.store(jobs.failed(
                    done(ledger.store(jobs.billed(admitted(ledger, jobs.job()), Usd.of("0.10")))), Charged.NO)));

            Spending spending = done(ledger.spending(Tenant.LOCAL, clock.instant()));

            assertThat(spending).isEqualTo(new Spending(Usd.of("0.10"), Usd.ZERO, 1, 0));
        }
    }

    @Test
    default void spendingIsCountedByUtcDaysAndOutlivesItsJobs() {
        var clock = new MovableClock();
        var jobs = new SampleJobs(clock);
        try (JobLedger ledger = home().open(clock, false)) {
            done(ledger.store(jobs.at(admitted(ledger, jobs.job()), JobStage.SUCCEEDED)));
            clock.move(Duration.ofDays(1));
            done(ledger.store(jobs.at(admitted(ledger, jobs.job()), JobStage.SUCCEEDED)));
            clock.move(Duration.ofDays(1));
            done(ledger.forget(clock.instant()));

            Spending all = done(ledger.spending(Tenant.LOCAL, clock.instant().minus(Duration.ofDays(2))));
            Spending later = done(ledger.spending(Tenant.LOCAL, clock.instant().minus(Duration.ofDays(1))));

            assertThat(all).isEqualTo(new Spending(PRICE.times(2), Usd.ZERO, 2, 0));
            assertThat(later).isEqualTo(new Spending(PRICE, Usd.ZERO, 1, 0));
        }
    }

    @Test
    default void aJobIsPaidForByTheDayItWasOrderedOn() {
        var clock = new MovableClock();
        var jobs = new SampleJobs(clock);
        try (JobLedger ledger = home().open(clock, false)) {
            var job = admitted(ledger, jobs.job());
            var ordered = clock.instant();
            clock.move(Duration.ofDays(1));
            done(ledger.store(jobs.at(job, JobStage.SUCCEEDED)));

            assertThat(done(ledger.spending(Tenant.LOCAL, clock.instant())).settled())
                    .isEqualTo(Usd.ZERO);
            assertThat(done(ledger.spending(Tenant.LOCAL, ordered)).settled()).isEqualTo(PRICE);
        }
    }

    @Test
    default void theDaysBudgetIsNeverOvershotHoweverManyAskAtOnce() {
        var clock = new MovableClock();
        var jobs = new SampleJobs(clock);
        var rules = new AdmissionRules(Duration.ZERO, Usd.of("5.00"), null);
        try (JobLedger one = home().open(clock, false);
                JobLedger two = home().open(clock, false)) {
            List<CompletionStage<Admission>> asked = IntStream.range(0, 64)
                    .parallel()
                    .mapToObj(i -> (i % 2 == 0 ? one : two).admit(jobs.job(), rules))
                    .toList();

            List<Admission> admissions = asked.stream().map(Done::done).toList();

            assertThat(admissions)
                    .filteredOn(Admission.Admitted.class::isInstance)
                    .hasSize(17);
            assertThat(admissions).contains(new Admission.OverBudget(PRICE.times(17), false, PRICE, Usd.of("5.00")));
        }
    }

    @Test
    default void tenantsWhoShareAKeySpendOneBudgetHoweverManyAskAtOnce() {
        var clock = new MovableClock();
        var jobs = new SampleJobs(clock);
        var rules = new AdmissionRules(Duration.ZERO, Usd.of("5.00"), null);
        try (JobLedger one = home().open(clock, false);
                JobLedger two = home().open(clock, false)) {
            admitted(one, jobs.of(Tenant.payingItself("anna")), rules);
            List<CompletionStage<Admission>> asked = IntStream.range(0, 64)
                    .parallel()
                    .mapToObj(i -> (i % 2 == 0 ? one : two).admit(jobs.of(new Tenant("oauth:" + i)), rules))
                    .toList();

            List<Admission> admissions = asked.stream().map(Done::done).toList();

            assertThat(admissions)
                    .filteredOn(Admission.Admitted.class::isInstance)
                    .hasSize(17);
            assertThat(admissions).contains(new Admission.OverBudget(Usd.ZERO, true, PRICE, Usd.of("5.00")));
            assertThat(done(two.committed(Tenant.LOCAL, clock.instant()))).isEqualTo(PRICE.times(17));
            assertThat(done(two.committed(Tenant.payingItself("anna"), clock.instant())))
                    .isEqualTo(PRICE);
        }
    }

    @Test
    default void aBudgetIsOfOneKeyOneWorldAndOneDay() {
        var clock = new MovableClock();
        var jobs = new SampleJobs(clock);
        var rules = new AdmissionRules(Duration.ZERO, PRICE, null);
        try (JobLedger ledger = home().open(clock, false);
                JobLedger sandbox = home().open(clock, true)) {
            admitted(ledger, jobs.job(), rules);
            admitted(ledger, jobs.of(Tenant.payingItself("another")), rules);
            admitted(sandbox, jobs.job(Tenant.LOCAL, null, null, true), rules);

            Admission today = done(ledger.admit(jobs.job(), rules));
            clock.move(Duration.ofDays(1));
            Admission tomorrow = done(ledger.admit(jobs.job(), rules));

            assertThat(today).isEqualTo(new Admission.OverBudget(PRICE, false, PRICE, PRICE));
            assertThat(tomorrow).isInstanceOf(Admission.Admitted.class);
        }
    }

    @Test
    default void whatIsGivenBackCanBeSpentAgain() {
        var jobs = new SampleJobs(new MovableClock());
        var rules = new AdmissionRules(Duration.ZERO, PRICE, null);
        try (JobLedger ledger = home().open(new MovableClock(), false)) {
            done(ledger.store(jobs.failed(admitted(ledger, jobs.job(), rules), Charged.NO)));

            Admission next = done(ledger.admit(jobs.job(), rules));

            assertThat(next).isInstanceOf(Admission.Admitted.class);
        }
    }

    @Test
    default void aTokenConfirmsOneJobOfItsTenantUntilItExpires() {
        var clock = new MovableClock();
        var jobs = new SampleJobs(clock);
        var later = clock.instant().plus(5, ChronoUnit.MINUTES);
        try (JobLedger ledger = home().open(clock, false)) {
            done(ledger.keepToken(Tenant.LOCAL, "t1", later));
            done(ledger.keepToken(Tenant.LOCAL, "t2", later));

            Admission strangers = done(ledger.admit(jobs.of(new Tenant("stranger")), confirmed("t1")));
            Admission first = done(ledger.admit(jobs.job(), confirmed("t1")));
            Admission second = done(ledger.admit(jobs.job(), confirmed("t1")));
            clock.move(Duration.ofMinutes(5));
            Admission late = done(ledger.admit(jobs.job(), confirmed("t2")));

            assertThat(first).isInstanceOf(Admission.Admitted.class);
            assertThat(List.of(strangers, second, late)).containsOnly(new Admission.ConfirmationSpent());
        }
    }

    @Test
    default void neitherADuplicateNorARefusalUsesATokenUp() {
        var clock = new MovableClock();
        var jobs = new SampleJobs(clock);
        try (JobLedger ledger = home().open(clock, false)) {
            done(ledger.keepToken(Tenant.LOCAL, "t", clock.instant().plusSeconds(60)));
            admitted(ledger, jobs.named("first"));

            done(ledger.admit(jobs.named("first"), confirmed("t")));
            done(ledger.admit(jobs.job(), new AdmissionRules(Duration.ZERO, Usd.ZERO, "t")));
            Admission good = done(ledger.admit(jobs.job(), confirmed("t")));

            assertThat(good).isInstanceOf(Admission.Admitted.class);
        }
    }

    private static AdmissionRules confirmed(String token) {
        return new AdmissionRules(NO_RULES.duplicateWindow(), null, token);
    }
}
