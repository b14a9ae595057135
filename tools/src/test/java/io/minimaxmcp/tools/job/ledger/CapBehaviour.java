package io.minimaxmcp.tools.job.ledger;

import static io.minimaxmcp.tools.job.ledger.Done.admitted;
import static io.minimaxmcp.tools.job.ledger.Done.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.minimaxmcp.tools.job.Job;
import io.minimaxmcp.tools.job.JobLedger;
import io.minimaxmcp.tools.job.JobStage;
import io.minimaxmcp.tools.tool.Tenant;
import io.minimaxmcp.tools.upstream.Cap;
import io.minimaxmcp.tools.upstream.Lane;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many jobs of an account may be under way at once, over all processes. */
interface CapBehaviour {
    Cap TWO = new Cap("account", Lane.H3, 2);
    Tenant ANNA = new Tenant("oauth:anna");
    Tenant BERT = new Tenant("bert");

    LedgerHome home();

    @Test
    default void noMoreJobsThanTheCapHaveAPlaceHoweverManyProcessesAskAtOnce() {
        var jobs = new SampleJobs(new MovableClock());
        Cap thirty = new Cap("account", Lane.H3, 30);
        List<JobLedger> processes = new ArrayList<>();
        IntStream.range(0, 4).forEach(process -> processes.add(home().open(new MovableClock(), false)));
        try {
            List<List<Job>> waiting = processes.stream()
                    .map(ledger -> IntStream.range(0, 12)
                            .mapToObj(job -> admitted(ledger, jobs.job()))
                            .toList())
                    .toList();

            List<CompletionStage<Set<String>>> asked = IntStream.range(0, 48)
                    .parallel()
                    .mapToObj(i -> processes
                            .get(i % 4)
                            .takePlaces(thirty, List.of(waiting.get(i % 4).get(i / 4))))
                    .toList();

            assertThat(asked.stream().mapToInt(going -> done(going).size()).sum())
                    .isEqualTo(30);
        } finally {
            processes.forEach(JobLedger::close);
        }
    }

    @Test
    default void aPlaceIsHeldUntilTheTaskHasEnded() {
        var jobs = new SampleJobs(new MovableClock());
        try (JobLedger ledger = home().open(new MovableClock(), false)) {
            List<Job> two = List.of(admitted(ledger, jobs.job()), admitted(ledger, jobs.job()));
            Job third = admitted(ledger, jobs.job());
            assertThat(taken(ledger, two)).hasSize(2);

            Job changed = two.get(0);
            for (JobStage stage : List.of(JobStage.SENDING, JobStage.QUEUED, JobStage.SENDING, JobStage.RUNNING)) {
                changed = done(ledger.store(jobs.at(changed, stage)));
                assertThat(taken(ledger, List.of(third))).as("%s", stage).isEmpty();
            }
            done(ledger.store(jobs.at(changed, JobStage.COLLECTING)));

            assertThat(taken(ledger, List.of(third))).containsExactly(third.id());
        }
    }

    @Test
    default void whoIsCancelledOrNotSentAfterAllGivesItsPlaceBack() {
        var jobs = new SampleJobs(new MovableClock());
        try (JobLedger ledger = home().open(new MovableClock(), false)) {
            List<Job> two = List.of(admitted(ledger, jobs.job()), admitted(ledger, jobs.job()));
            List<Job> next = List.of(admitted(ledger, jobs.job()), admitted(ledger, jobs.job()));
            taken(ledger, two);
            assertThat(taken(ledger, next)).isEmpty();

            done(ledger.store(jobs.at(two.get(0), JobStage.CANCELLED)));
            done(ledger.leavePlace(two.get(1)));

            assertThat(taken(ledger, next)).hasSize(2);
        }
    }

    @Test
    default void aPlaceGoesWithItsJobToWhoeverTakesThatUp() {
        var clock = new MovableClock();
        var jobs = new SampleJobs(clock);
        try (JobLedger survivor = home().openElsewhere(clock)) {
            List<Job> two;
            try (JobLedger leaving = home().openElsewhere(clock)) {
                two = List.of(admitted(leaving, jobs.job()), admitted(leaving, jobs.job()));
                taken(leaving, two);
            }
            Job third = admitted(survivor, jobs.job());
            List<Job> found = done(survivor.claim(10, LedgerHome.LEASE, tenant -> true));

            assertThat(taken(survivor, List.of(third))).isEmpty();
            assertThat(taken(survivor, found)).hasSize(2);
        }
    }

    @Test
    default void aJobOfAnotherProcessTakesNoPlaceAndIsNotWaitedFor() {
        var jobs = new SampleJobs(new MovableClock());
        try (JobLedger ledger = home().open(new MovableClock(), false);
                JobLedger other = home().open(new MovableClock(), false)) {
            Job theirs = admitted(other, jobs.job());
            List<Job> ours = List.of(theirs, admitted(ledger, jobs.job()), admitted(ledger, jobs.job()));

            assertThat(taken(ledger, ours)).hasSize(3);
            assertThat(taken(other, List.of(theirs))).isEmpty();
        }
    }

    @Test
    default void accountsAndLanesAreCountedApart() {
        var jobs = new SampleJobs(new MovableClock());
        try (JobLedger ledger = home().open(new MovableClock(), false)) {
            taken(ledger, List.of(admitted(ledger, jobs.job()), admitted(ledger, jobs.job())));
            List<Job> next = List.of(admitted(ledger, jobs.job()));

            assertThat(done(ledger.takePlaces(new Cap("account", Lane.MUSIC, 1), next)))
                    .hasSize(1);
            done(ledger.leavePlace(next.get(0)));
            assertThat(done(ledger.takePlaces(new Cap("another account", Lane.H3, 1), next)))
                    .hasSize(1);
        }
    }

    @Test
    default void aTenantWhoWaitsElsewhereComesBeforeOneWhoHasMore() {
        var clock = new MovableClock();
        var jobs = new SampleJobs(clock);
        try (JobLedger one = home().open(clock, false);
                JobLedger two = home().open(clock, false)) {
            Job first = admitted(one, jobs.of(ANNA));
            Job second = admitted(one, jobs.of(ANNA));
            Job third = admitted(one, jobs.of(ANNA));
            Job other = admitted(two, jobs.of(BERT));
            taken(one, List.of(first, second));
            assertThat(taken(two, List.of(other))).isEmpty();
            done(one.store(jobs.at(first, JobStage.FAILED)));

            assertThat(taken(one, List.of(third)))
                    .as("all free places are Bert's")
                    .isEmpty();
            assertThat(taken(two, List.of(other))).containsExactly(other.id());
            done(one.store(jobs.at(second, JobStage.FAILED)));
            assertThat(taken(one, List.of(third))).as("nobody else waits").hasSize(1);
        }
    }

    @Test
    default void nobodyIsThoughtOfForLongWhoDoesNotAskAgain() {
        var clock = new MovableClock();
        var jobs = new SampleJobs(clock);
        try (JobLedger one = home().open(clock, false);
                JobLedger two = home().open(clock, false)) {
            Job first = admitted(one, jobs.of(ANNA));
            taken(one, List.of(first, admitted(one, jobs.of(ANNA))));
            Job next = admitted(one, jobs.of(ANNA));
            taken(two, List.of(admitted(two, jobs.of(BERT))));
            done(one.store(jobs.at(first, JobStage.FAILED)));
            assertThat(taken(one, List.of(next))).isEmpty();

            clock.move(Duration.ofSeconds(6));

            assertThat(taken(one, List.of(next))).hasSize(1);
        }
    }

    private static Set<String> taken(JobLedger ledger, List<Job> waiting) {
        return done(ledger.takePlaces(TWO, waiting));
    }
}
