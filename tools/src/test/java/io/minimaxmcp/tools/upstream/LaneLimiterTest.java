package io.minimaxmcp.tools.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LaneLimiterTest {
    private final ManualTime time = new ManualTime();
    private final LaneLimiter lane = new LaneLimiter(Lane.IMAGE, 10, time, time);
    private final List<Integer> leftInOrder = new ArrayList<>();

    @Test
    void letsABurstUpToTheRateLeaveAtOnce() {
        enter(10);

        assertThat(leftInOrder).hasSize(10);
        assertThat(lane.state()).isEqualTo(new LaneState(Lane.IMAGE, 10, 10, 0, 60_000));
    }

    @Test
    void neverLetsMoreThanTheRateLeaveInAnyMinute() {
        List<Long> times = new ArrayList<>();
        IntStream.range(0, 55)
                .forEach(any -> lane.enter(false, "local", ahead -> {}).thenRun(() -> times.add(time.getAsLong())));

        for (int second = 0; second < 600; second++) {
            time.advance(Duration.ofSeconds(1));
        }

        assertThat(times).hasSize(55);
        for (int i = 10; i < times.size(); i++) {
            assertThat(times.get(i) - times.get(i - 10))
                    .isGreaterThanOrEqualTo(Duration.ofMinutes(1).toNanos());
        }
    }

    @Test
    void servesFirstComeFirst() {
        enter(25);

        time.advance(Duration.ofMinutes(3));

        assertThat(leftInOrder)
                .containsExactlyElementsOf(IntStream.range(0, 25).boxed().toList());
    }

    @Test
    void tellsWhoWaitsItsPlaceAndEveryStepForward() {
        enter(20);
        List<Integer> places = new ArrayList<>();
        CompletableFuture<Void> turn = lane.enter(false, "local", places::add).toCompletableFuture();

        time.advance(Duration.ofSeconds(60));
        time.advance(Duration.ofSeconds(60));

        assertThat(places).containsExactly(10, 0);
        assertThat(turn).isCompleted();
    }

    @Test
    void keepsThePlaceOfWhoWasSentBack() {
        enter(10);
        List<String> order = new ArrayList<>();
        lane.enter(false, "local", ahead -> {}).thenRun(() -> order.add("newcomer"));
        lane.enter(true, "local", ahead -> {}).thenRun(() -> order.add("sent back"));

        time.advance(Duration.ofMinutes(1));

        assertThat(order).containsExactly("sent back", "newcomer");
    }

    @Test
    void staysClosedForEverybodyAndThenSpreadsTheRateEvenly() {
        lane.enter(false, "local", ahead -> {});
        lane.close(Duration.ofSeconds(30));
        List<Long> times = new ArrayList<>();
        long start = time.getAsLong();
        IntStream.range(0, 5)
                .forEach(any ->
                        lane.enter(false, "local", ahead -> {}).thenRun(() -> times.add(time.getAsLong() - start)));

        time.advance(Duration.ofSeconds(29));
        List<Long> whileClosed = List.copyOf(times);
        time.advance(Duration.ofSeconds(60));

        assertThat(whileClosed).isEmpty();
        assertThat(times.stream().map(Duration::ofNanos).map(Duration::toSeconds))
                .containsExactly(30L, 36L, 42L, 48L, 54L);
    }

    @Test
    void closesFromTheLaterOfTwoRequests() {
        lane.close(Duration.ofSeconds(30));
        lane.close(Duration.ofSeconds(5));

        assertThat(lane.state().nextInMs()).isEqualTo(30_000);
    }

    @Test
    void letsNoMoreBeUnderWayAtOnceThanThereMayBe() {
        LaneLimiter narrow = new LaneLimiter(
                Lane.TRANSCRIPTION, 100, 2, new Purse(null, "", Lane.TRANSCRIPTION, 100, time.getAsLong()), time, time);
        IntStream.range(0, 4)
                .forEach(caller -> narrow.enter(false, "local", ahead -> {}).thenRun(() -> leftInOrder.add(caller)));

        time.advance(Duration.ofMinutes(5));
        List<Integer> atFirst = List.copyOf(leftInOrder);
        narrow.leave();

        assertThat(atFirst).containsExactly(0, 1);
        assertThat(leftInOrder).containsExactly(0, 1, 2);
    }

    @Test
    void whoGivesUpTakesNothingOfTheRateAndLetsTheOthersMoveUp() {
        enter(10);
        List<Runnable> leaving = new ArrayList<>();
        List<CompletableFuture<Void>> turns = new ArrayList<>();
        for (int caller = 0; caller < 20; caller++) {
            turns.add(lane.enter(false, "local", ahead -> {}, leaving::add).toCompletableFuture());
        }
        List<Integer> places = new ArrayList<>();
        CompletableFuture<Void> last = lane.enter(false, "local", places::add).toCompletableFuture();

        leaving.forEach(Runnable::run);
        time.advance(Duration.ofMinutes(1));

        assertThat(turns).allMatch(CompletableFuture::isCancelled);
        assertThat(places).startsWith(20, 19).endsWith(1, 0);
        assertThat(last).isCompleted();
        assertThat(lane.state().lastMinute()).isOne();
    }

    private void enter(int callers) {
        IntStream.range(0, callers)
                .forEach(caller -> lane.enter(false, "local", ahead -> {}).thenRun(() -> leftInOrder.add(caller)));
    }
}
