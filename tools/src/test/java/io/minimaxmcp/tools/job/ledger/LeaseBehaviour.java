package io.minimaxmcp.tools.job.ledger;

import static io.minimaxmcp.tools.job.ledger.Done.admitted;
import static io.minimaxmcp.tools.job.ledger.Done.done;
import static io.minimaxmcp.tools.job.ledger.LedgerHome.LEASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minimaxmcp.schemas.Usd;
import io.minimaxmcp.tools.job.Job;
import io.minimaxmcp.tools.job.JobLedger;
import io.minimaxmcp.tools.job.JobStage;
import io.minimaxmcp.tools.job.Spending;
import io.minimaxmcp.tools.job.StaleJobException;
import io.minimaxmcp.tools.tool.Charged;
import io.minimaxmcp.tools.tool.Tenant;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who works on which jobs. */
interface LeaseBehaviour {
    LedgerHome home();

    @Test
    default void jobsOfALivingProcessAreNotHandedOver() {
        var clock = new MovableClock();
        var jobs = new SampleJobs(clock);
        try (JobLedger holder = home().open(clock, false);
                JobLedger other = home().open(clock, false)) {
            admitted(holder, jobs.job());
            clock.move(LEASE.minusMillis(1));
            done(holder.renew(LEASE));
            clock.move(LEASE.minusMillis(1));

            assertThat(done(other.claim(10, LEASE, tenant -> true))).isEmpty();
        }
    }

    @Test
    default void jobsAreHandedOverWhenALeaseIsSeenToBeOverAndWhoLostThemIsTold() {
        var clock = new MovableClock();
        var jobs = new SampleJobs(clock);
        try (JobLedger slow = home().openElsewhere(clock);
                JobLedger other = home().openElsewhere(clock)) {
            Job job = admitted(slow, jobs.job());
            clock.move(LEASE);

            List<Job> tooSoon = done(other.claim(10, LEASE, tenant -> true));
            clock.move(LEASE.dividedBy(5));
            List<Job> claimed = done(other.claim(10, LEASE, tenant -> true));
            done(slow.renew(LEASE));

            assertThat(tooSoon).isEmpty();
            assertThat(claimed).containsExactly(job);
            assertThatThrownBy(() -> done(slow.store(jobs.at(job, JobStage.SENDING))))
                    .isInstanceOf(StaleJobException.class);
            assertThat(done(other.store(jobs.at(job, JobStage.SENDING))).version())
                    .isEqualTo(2);
        }
    }

    @Test
    default void whoIsBackAfterAnOutageOfAllKeepsItsJobs() {
        var clock = new MovableClock();
        var jobs = new SampleJobs(clock);
        try (JobLedger one = home().openElsewhere(clock);
                JobLedger other = home().openElsewhere(clock)) {
            Job job = admitted(one, jobs.job());
            clock.move(LEASE.multipliedBy(3));

            List<Job> first = done(other.claim(10, LEASE, tenant -> true));
            done(one.renew(LEASE));
            clock.move(LEASE.dividedBy(5));
            List<Job> second = done(other.claim(10, LEASE, tenant -> true));

            assertThat(first).isEmpty();
            assertThat(second).isEmpty();
            assertThat(done(one.store(jobs.at(job, JobStage.SENDING))).version())
                    .isEqualTo(2);
        }
    }

    @Test
    default void whoLivesBesideTheOtherKeepsItsJobsThoughTheMachineSlept() {
        var clock = new MovableClock();
        var jobs = new SampleJobs(clock);
        try (JobLedger one = home().open(clock, false);
                JobLedger other = home().open(clock, false)) {
            admitted(one, jobs.job());
            clock.move(Duration.ofMinutes(5));

            List<Job> afterSleep = done(other.claim(10, LEASE, tenant -> true));
            clock.move(Duration.ofMinutes(15));
            List<Job> stuck = done(other.claim(10, LEASE, tenant -> true));

            assertThat(afterSleep).isEmpty();
            assertThat(stuck).hasSize(1);
        }
    }

    @Test
    default void takesOnlyTheJobsOfTenantsThatItServes() {
        var clock = new MovableClock();
        var jobs = new SampleJobs(clock);
        var keyless = new Tenant("key:somebody");
        Job ours;
        Job theirs;
        try (JobLedger leaving = home().open(clock, false)) {
            theirs = admitted(leaving, jobs.of(keyless));
            ours = admitted(leaving, jobs.job());
        }

        try (JobLedger next = home().open(clock, false)) {
            assertThat(done(next.claim(10, LEASE, tenant -> !tenant.equals(keyless))))
                    .containsExactly(ours);
            assertThat(done(next.claim(Tenant.LOCAL, theirs.id(), LEASE))).isEmpty();
            assertThat(done(next.claim(keyless, theirs.id(), LEASE))).contains(theirs);
            assertThat(done(next.claim(keyless, theirs.id(), LEASE))).isEmpty();
        }
    }

    @Test
    default void whatOnlyTheSenderHasHeardIsWrittenOverTheBeliefThatItIsLost() {
        var clock = new MovableClock();
        var jobs = new SampleJobs(clock);
        try (JobLedger sender = home().openElsewhere(clock);
                JobLedger other = home().openElsewhere(clock)) {
            Job sending = done(sender.store(jobs.at(admitted(sender, jobs.job()), JobStage.SENDING)));
            clock.move(LEASE);
            done(other.claim(10, LEASE, tenant -> true));
            clock.move(LEASE.dividedBy(5));
            Job claimed = done(other.claim(10, LEASE, tenant -> true)).get(0);
            Job unknown = done(other.store(jobs.ended(claimed, JobStage.UNKNOWN, Charged.UNKNOWN)));

            Job heard = done(sender.correct(jobs.at(sending, JobStage.RUNNING).withVersion(unknown.version())));
            Spending meanwhile = spending(sender, clock);
            Job done = done(sender.store(jobs.at(heard, JobStage.SUCCEEDED)));

            assertThat(heard.stage()).isEqualTo(JobStage.RUNNING);
            assertThat(meanwhile).isEqualTo(new Spending(Usd.ZERO, SampleJobs.PRICE, 1, 0));
            assertThat(done(other.find(Tenant.LOCAL, done.id()))).contains(done);
            assertThat(spending(other, clock)).isEqualTo(new Spending(SampleJobs.PRICE, Usd.ZERO, 1, 0));
            assertThatThrownBy(() -> done(sender.correct(heard))).isInstanceOf(StaleJobException.class);
        }
    }

    private static Spending spending(JobLedger ledger, MovableClock clock) {
        return done(ledger.spending(Tenant.LOCAL, clock.instant()));
    }

    @Test
    default void anybodyMayCancelWhatIsNotSentYet() {
        var clock = new MovableClock();
        var jobs = new SampleJobs(clock);
        try (JobLedger holder = home().open(clock, false);
                JobLedger other = home().open(clock, false)) {
            Job queued = admitted(holder, jobs.job());
            Job sending = done(holder.store(jobs.at(admitted(holder, jobs.job()), JobStage.SENDING)));

            Job cancelled = done(other.store(jobs.ended(queued, JobStage.CANCELLED, Charged.NO)));

            assertThat(cancelled.stage()).isEqualTo(JobStage.CANCELLED);
            assertThatThrownBy(() -> done(holder.store(jobs.at(queued, JobStage.SENDING))))
                    .isInstanceOf(StaleJobException.class);
            assertThatThrownBy(() -> done(other.store(jobs.ended(sending, JobStage.CANCELLED, Charged.NO))))
                    .isInstanceOf(StaleJobException.class);
        }
    }

    @Test
    default void aProcessThatClosesHandsItsJobsOverAtOnce() {
        var clock = new MovableClock();
        var jobs = new SampleJobs(clock);
        Job job;
        try (JobLedger leaving = home().open(clock, false)) {
            job = done(leaving.store(jobs.at(admitted(leaving, jobs.job()), JobStage.RUNNING)));
        }

        try (JobLedger next = home().open(clock, false)) {
            assertThat(done(next.claim(10, LEASE, tenant -> true))).containsExactly(job);
        }
    }

    @Test
    default void claimsComeOldestFirstAndNoMoreThanAskedFor() {
        var clock = new MovableClock();
        var jobs = new SampleJobs(clock);
        Job a;
        Job b;
        Job c;
        try (JobLedger leaving = home().open(clock, false)) {
            a = admitted(leaving, jobs.job());
            b = admitted(leaving, jobs.job());
            c = admitted(leaving, jobs.job());
            done(leaving.store(jobs.at(admitted(leaving, jobs.job()), JobStage.SUCCEEDED)));
        }

        try (JobLedger next = home().open(clock, false)) {
            assertThat(done(next.claim(2, LEASE, tenant -> true))).containsExactly(a, b);
            assertThat(done(next.claim(2, LEASE, tenant -> true))).containsExactly(c);
            assertThat(done(next.claim(2, LEASE, tenant -> true))).isEmpty();
        }
    }

    @Test
    default void theRealWorldNeverClaimsJobsOfTheSandbox() {
        var clock = new MovableClock();
        var jobs = new SampleJobs(clock);
        try (JobLedger sandbox = home().open(clock, true)) {
            admitted(sandbox, jobs.job(Tenant.LOCAL, null, null, true));
        }

        try (JobLedger real = home().open(clock, false)) {
            assertThat(done(real.claim(10, LEASE, tenant -> true))).isEmpty();
        }
    }

    @Test
    default void ofManyWhoClaimAtOnceEachJobGoesToOne() {
        var clock = new MovableClock();
        var jobs = new SampleJobs(clock);
        try (JobLedger leaving = home().open(clock, false)) {
            IntStream.range(0, 300)
                    .mapToObj(i -> leaving.admit(jobs.job(), SampleJobs.NO_RULES))
                    .toList()
                    .forEach(Done::done);
        }

        try (JobLedger one = home().open(clock, false);
                JobLedger two = home().open(clock, false);
                JobLedger three = home().open(clock, false)) {
            List<String> claimed = IntStream.range(0, 60)
                    .parallel()
                    .mapToObj(i -> List.of(one, two, three).get(i % 3).claim(7, Duration.ofHours(1), tenant -> true))
                    .toList()
                    .stream()
                    .flatMap(claim -> done(claim).stream().map(Job::id))
                    .toList();

            assertThat(claimed).hasSize(300).doesNotHaveDuplicates();
        }
    }
}
