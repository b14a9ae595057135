package io.minimaxmcp.tools.job.ledger;

import static io.minimaxmcp.tools.job.ledger.Done.admitted;
import static io.minimaxmcp.tools.job.ledger.Done.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.minimaxmcp.tools.job.Admission;
import io.minimaxmcp.tools.job.Job;
import io.minimaxmcp.tools.job.JobStage;
import io.minimaxmcp.tools.job.ledger.postgres.PostgresLedger;
import io.minimaxmcp.tools.job.ledger.postgres.PostgresPlace;
import io.minimaxmcp.tools.tool.Tenant;
import io.minimaxmcp.tools.upstream.Lane;
import io.minimaxmcp.tools.upstream.LaneTokens.Grant;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What replicas have together beside jobs: time, news and rate limits. */
class PostgresTogetherTest {
    private final PostgresPlace place = new PostgresPlace(PostgresServer.emptySchema());

    @Test
    void allReplicasTogetherAreLentNoMoreThanTheRate() {
        try (PostgresLedger one = open(Clock.systemUTC());
                PostgresLedger two = open(Clock.systemUTC())) {
            int lent = IntStream.range(0, 60)
                    .parallel()
                    .mapToObj(i -> (i % 2 == 0 ? one : two).lanes().take("account", Lane.VIDEO, 20, 3))
                    .toList()
                    .stream()
                    .mapToInt(grant -> done(grant).tokens())
                    .sum();
            Grant none = done(two.lanes().take("account", Lane.VIDEO, 20, 1));
            Grant another = done(two.lanes().take("another account", Lane.VIDEO, 20, 1));

            assertThat(lent).isEqualTo(20);
            assertThat(none.tokens()).isZero();
            assertThat(none.next()).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(62));
            assertThat(another.tokens()).isOne();
        }
    }

    @Test
    void whatMiniMaxTellsOneReplicaClosesTheLaneForAll() {
        try (PostgresLedger one = open(Clock.systemUTC());
                PostgresLedger two = open(Clock.systemUTC())) {
            done(one.lanes().close("account", Lane.IMAGE, Duration.ofSeconds(90)));

            Grant grant = done(two.lanes().take("account", Lane.IMAGE, 10, 1));

            assertThat(grant.tokens()).isZero();
            assertThat(grant.next()).isGreaterThan(Duration.ofSeconds(60));
        }
    }

    @Test
    void aReplicaHearsWhatAnotherChangedWithoutLooking() {
        var jobs = new SampleJobs(Clock.systemUTC());
        try (PostgresLedger one = open(Clock.systemUTC());
                PostgresLedger two = open(Clock.systemUTC())) {
            var heard = new CompletableFuture<String>();
            two.listen(heard::complete);
            // Whoever begins to listen hears of changes from then on: so there are some until one was heard.
            String first = null;
            while (!heard.isDone()) {
                Job job = done(one.store(jobs.at(admitted(one, jobs.job()), JobStage.RUNNING)));
                first = first == null ? job.id() : first;
            }

            assertThat(heard.join()).isGreaterThanOrEqualTo(first);
        }
    }

    @Test
    void aReplicaWhoseClockIsWrongTakesNobodysJobsAndForgetsNoDuplicate() {
        var jobs = new SampleJobs(Clock.systemUTC());
        Clock ahead = Clock.offset(Clock.systemUTC(), Duration.ofHours(3));
        try (PostgresLedger right = open(Clock.systemUTC());
                PostgresLedger wrong = open(ahead)) {
            Job job = done(right.store(jobs.at(admitted(right, jobs.alike("same")), JobStage.SUCCEEDED)));
            Job underWay = admitted(right, jobs.job());
            done(wrong.keepToken(Tenant.LOCAL, "token", ahead.instant().plus(Duration.ofMinutes(5))));

            Admission again = done(wrong.admit(new SampleJobs(ahead).alike("same"), SampleJobs.NO_RULES));
            List<Job> claimed = done(wrong.claim(10, Duration.ofSeconds(30), tenant -> true));

            assertThat(again).isEqualTo(new Admission.Duplicate(job));
            assertThat(claimed).doesNotContain(underWay).isEmpty();
        }
    }

    private PostgresLedger open(Clock clock) {
        return new PostgresLedger(place, false, LedgerHome.LEASE, clock, Runnable::run);
    }
}
