package io.minimaxmcp.tools.job.ledger;

import static io.minimaxmcp.tools.job.ledger.Done.admitted;
import static io.minimaxmcp.tools.job.ledger.Done.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minimaxmcp.tools.job.Job;
import io.minimaxmcp.tools.job.JobLedger;
import io.minimaxmcp.tools.job.JobQuery;
import io.minimaxmcp.tools.job.JobStage;
import io.minimaxmcp.tools.job.StaleJobException;
import io.minimaxmcp.tools.tool.Charged;
import io.minimaxmcp.tools.tool.Tenant;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How jobs are changed, found, listed and forgotten. */
interface StoreBehaviour {
    JobQuery ALL = new JobQuery(null, null, 100, null);

    LedgerHome home();

    @Test
    default void aJobComesBackAfterReopeningAsItWasStored() {
        var clock = new MovableClock();
        var jobs = new SampleJobs(clock);
        Job stored;
        try (JobLedger ledger = home().open(clock, false)) {
            stored = done(ledger.store(jobs.failed(admitted(ledger, jobs.named("r")), Charged.UNKNOWN)));
        }

        try (JobLedger reopened = home().open(clock, false)) {
            assertThat(done(reopened.find(Tenant.LOCAL, stored.id()))).contains(stored);
            assertThat(stored.version()).isEqualTo(2);
        }
    }

    @Test
    default void aChangeMadeFromAnOldVersionIsRefused() {
        var jobs = new SampleJobs(new MovableClock());
        try (JobLedger ledger = home().open(new MovableClock(), false)) {
            Job first = admitted(ledger, jobs.job());
            Job second = done(ledger.store(jobs.at(first, JobStage.SENDING)));

            assertThatThrownBy(() -> done(ledger.store(jobs.at(first, JobStage.FAILED))))
                    .isInstanceOf(StaleJobException.class);

            assertThat(done(ledger.find(Tenant.LOCAL, first.id()))).contains(second);
        }
    }

    @Test
    default void onlyWhoHoldsAJobChangesIt() {
        var jobs = new SampleJobs(new MovableClock());
        try (JobLedger holder = home().open(new MovableClock(), false);
                JobLedger other = home().open(new MovableClock(), false)) {
            Job job = admitted(holder, jobs.job());

            assertThatThrownBy(() -> done(other.store(jobs.at(job, JobStage.SENDING))))
                    .isInstanceOf(StaleJobException.class);

            assertThat(done(other.find(Tenant.LOCAL, job.id()))).contains(job);
        }
    }

    @Test
    default void whatWasCancelledIsToldToAllForAWhile() {
        var clock = new MovableClock();
        var jobs = new SampleJobs(clock);
        try (JobLedger holder = home().open(clock, false);
                JobLedger other = home().open(clock, false)) {
            admitted(holder, jobs.job());
            Job job = admitted(holder, jobs.job());
            Job cancelled = done(other.store(jobs.at(job, JobStage.CANCELLED)));

            assertThat(done(holder.cancelled(Duration.ofMinutes(1)))).containsExactly(cancelled);
            clock.move(Duration.ofMinutes(2));
            admitted(holder, jobs.job());
            assertThat(done(holder.cancelled(Duration.ofMinutes(1)))).isEmpty();
        }
    }

    @Test
    default void aFinishedJobIsNeverChangedAgain() {
        var jobs = new SampleJobs(new MovableClock());
        try (JobLedger ledger = home().open(new MovableClock(), false)) {
            Job finished = done(ledger.store(jobs.at(admitted(ledger, jobs.job()), JobStage.SUCCEEDED)));

            assertThatThrownBy(() -> done(ledger.store(jobs.at(finished, JobStage.RUNNING))))
                    .isInstanceOf(StaleJobException.class);
        }
    }

    @Test
    default void aJobThatTheLedgerHasLostIsWrittenDownAnewByWhoDrivesIt() {
        var jobs = new SampleJobs(new MovableClock());
        try (JobLedger ledger = home().open(new MovableClock(), false)) {
            Job running = jobs.at(jobs.named("r"), JobStage.RUNNING).withVersion(3);
            Job other = admitted(ledger, jobs.named("r"));

            Job stored = done(ledger.store(jobs.at(running, JobStage.SUCCEEDED)));

            assertThat(stored.version()).isEqualTo(4);
            assertThat(done(ledger.list(Tenant.LOCAL, ALL))).containsExactlyInAnyOrder(stored, other);
            assertThat(done(ledger.spending(Tenant.LOCAL, running.createdAt())).settled())
                    .isEqualTo(SampleJobs.PRICE);
        }
    }

    @Test
    default void theJobsOfAnotherTenantOrWorldAreNotThere() {
        var jobs = new SampleJobs(new MovableClock());
        var stranger = new Tenant("stranger");
        try (JobLedger ledger = home().open(new MovableClock(), false);
                JobLedger sandbox = home().open(new MovableClock(), true)) {
            Job job = admitted(ledger, jobs.job());

            assertThat(done(ledger.find(stranger, job.id()))).isEmpty();
            assertThat(done(ledger.list(stranger, ALL))).isEmpty();
            assertThat(done(sandbox.find(Tenant.LOCAL, job.id()))).isEmpty();
            assertThat(done(sandbox.list(Tenant.LOCAL, ALL))).isEmpty();
        }
    }

    @Test
    default void listsPageByPageNewestFirst() {
        var jobs = new SampleJobs(new MovableClock());
        try (JobLedger ledger = home().open(new MovableClock(), false)) {
            Job a = admitted(ledger, jobs.job());
            Job b = admitted(ledger, jobs.job());
            Job c = admitted(ledger, jobs.job());

            List<Job> page = done(ledger.list(Tenant.LOCAL, new JobQuery(null, null, 2, null)));
            List<Job> rest = done(ledger.list(Tenant.LOCAL, new JobQuery(null, null, 2, b.id())));

            assertThat(page).containsExactly(c, b);
            assertThat(rest).containsExactly(a);
        }
    }

    @Test
    default void listsFilterByWhatCallersSee() {
        var jobs = new SampleJobs(new MovableClock());
        try (JobLedger ledger = home().open(new MovableClock(), false)) {
            Job queued = admitted(ledger, jobs.job());
            Job sending = done(ledger.store(jobs.at(admitted(ledger, jobs.job()), JobStage.SENDING)));
            Job collecting = done(ledger.store(jobs.at(admitted(ledger, jobs.job()), JobStage.COLLECTING)));

            assertThat(done(ledger.list(Tenant.LOCAL, new JobQuery("running", "video", 9, null))))
                    .containsExactly(collecting, sending);
            assertThat(done(ledger.list(Tenant.LOCAL, new JobQuery("queued", null, 9, null))))
                    .containsExactly(queued);
            assertThat(done(ledger.list(Tenant.LOCAL, new JobQuery(null, "music", 9, null))))
                    .isEmpty();
        }
    }

    @Test
    default void onlyOldFinishedJobsAreForgotten() {
        var clock = new MovableClock();
        var jobs = new SampleJobs(clock);
        try (JobLedger ledger = home().open(clock, false)) {
            done(ledger.store(jobs.at(admitted(ledger, jobs.job()), JobStage.SUCCEEDED)));
            Job underWay = admitted(ledger, jobs.job());
            clock.move(Duration.ofDays(30));
            Job recent = done(ledger.store(jobs.at(admitted(ledger, jobs.job()), JobStage.SUCCEEDED)));

            int forgotten = done(ledger.forget(clock.instant().minus(Duration.ofDays(7))));

            assertThat(forgotten).isOne();
            assertThat(done(ledger.list(Tenant.LOCAL, ALL))).containsExactly(recent, underWay);
        }
    }

    /** Voices stay at MiniMax for as long as they are used, and somebody has to know whose they are. */
    @Test
    default void aJobThatMadeAVoiceIsNotForgotten() {
        var clock = new MovableClock();
        var jobs = new SampleJobs(clock);
        try (JobLedger ledger = home().open(clock, false)) {
            Job voice = done(ledger.store(jobs.at(admitted(ledger, jobs.ofKind("voice_clone")), JobStage.SUCCEEDED)));
            done(ledger.store(jobs.failed(admitted(ledger, jobs.ofKind("voice_clone")), Charged.NO)));
            clock.move(Duration.ofDays(30));

            int forgotten = done(ledger.forget(clock.instant().minus(Duration.ofDays(7))));

            assertThat(forgotten).isOne();
            assertThat(done(ledger.list(Tenant.LOCAL, ALL))).containsExactly(voice);
        }
    }
}
