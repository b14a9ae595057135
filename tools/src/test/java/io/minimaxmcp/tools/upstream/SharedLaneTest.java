package io.minimaxmcp.tools.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A lane whose requests are counted for other processes too. */
class SharedLaneTest implements LaneTokens {
    private final ManualTime time = new ManualTime();
    private final Deque<CompletionStage<Grant>> answers = new ArrayDeque<>();
    private final List<Integer> asked = new ArrayList<>();
    private final List<Duration> closed = new ArrayList<>();
    private final List<Integer> left = new ArrayList<>();
    private final LaneLimiter lane = new LaneLimiter(
            Lane.QUERY,
            600,
            Integer.MAX_VALUE,
            new Purse(this, "account", Lane.QUERY, 600, time.getAsLong()),
            time,
            time);

    @Override
    public CompletionStage<Grant> take(String account, Lane which, int perMinute, int wanted) {
        asked.add(wanted);
        CompletionStage<Grant> scripted = answers.poll();
        return scripted == null ? lent(wanted) : scripted;
    }

    @Override
    public CompletionStage<Void> close(String account, Lane which, Duration pause) {
        closed.add(pause);
        return CompletableFuture.completedFuture(null);
    }

    private static CompletionStage<Grant> lent(int tokens) {
        return CompletableFuture.completedFuture(new Grant(tokens, Duration.ZERO));
    }

    private static CompletionStage<Grant> nothingFor(Duration pause) {
        return CompletableFuture.completedFuture(new Grant(0, pause));
    }

    private void enter(int callers) {
        IntStream.range(0, callers)
                .forEach(caller -> lane.enter(false, "local", ahead -> {}).thenRun(() -> left.add(caller)));
    }

    @Test
    void borrowsWhatIsNeededAndNoMoreThanASecondsWorth() {
        var first = new CompletableFuture<Grant>();
        answers.add(first);
        enter(25);

        first.complete(new Grant(1, Duration.ZERO));

        assertThat(left).hasSize(25);
        assertThat(asked).containsExactly(1, 10, 10, 4);
    }

    @Test
    void waitsUntilTheMinuteHasRoomAgain() {
        answers.add(nothingFor(Duration.ofSeconds(20)));
        enter(1);

        time.advance(Duration.ofSeconds(19));
        assertThat(left).isEmpty();
        time.advance(Duration.ofSeconds(1));
        assertThat(left).hasSize(1);
    }

    @Test
    void letsNobodyLeaveOnWhatWasLentTooLongAgo() {
        answers.add(lent(10));
        enter(1);
        time.advance(Duration.ofSeconds(2));

        enter(1);

        assertThat(left).hasSize(2);
        assertThat(asked).hasSize(2);
    }

    @Test
    void triesAgainAfterASecondWhenNobodyCouldBeAsked() {
        answers.add(CompletableFuture.failedFuture(new IllegalStateException("the database is away")));
        enter(1);
        assertThat(left).isEmpty();

        time.advance(Duration.ofSeconds(1));

        assertThat(left).hasSize(1);
    }

    @Test
    void tellsTheOthersWhenMiniMaxSaysThatItWasTooMuch() {
        lane.close(Duration.ofSeconds(30));

        assertThat(closed).containsExactly(Duration.ofSeconds(30));
    }
}
