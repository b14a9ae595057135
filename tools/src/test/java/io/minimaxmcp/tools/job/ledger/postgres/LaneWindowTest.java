package io.minimaxmcp.tools.job.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.minimaxmcp.tools.upstream.LaneTokens.Grant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaneWindowTest {
    private static final long NOON = 1_763_899_200_000L;

    @Test
    void neverLendsMoreThanTheRateForAnyMinuteInWhichItCouldLeave() {
        List<Long> leaving = new ArrayList<>();
        String stored = "";
        for (long now = NOON; now < NOON + 600_000; now += 130) {
            LaneWindow window = LaneWindow.of(stored);
            Grant grant = window.take(now, 0, 20, 3);
            stored = window.text();
            for (int token = 0; token < grant.tokens(); token++) {
                // One leaves at once, the next as late as it may.
                leaving.add(token % 2 == 0 ? now : now + Grant.GOOD.toMillis());
            }
        }

        leaving.sort(Long::compare);
        assertThat(leaving).hasSizeGreaterThan(180);
        for (int i = 20; i < leaving.size(); i++) {
            assertThat(leaving.get(i) - leaving.get(i - 20)).isGreaterThanOrEqualTo(60_000);
        }
    }

    @Test
    void saysWhenToAskAgain() {
        LaneWindow window = LaneWindow.of("");
        window.take(NOON, 0, 10, 10);

        Grant full = window.take(NOON + 2_500, 0, 10, 1);
        Grant later = window.take(NOON + 2_500 + full.next().toMillis(), 0, 10, 1);

        assertThat(full.tokens()).isZero();
        assertThat(later.tokens()).isOne();
    }

    @Test
    void lendsNothingWhileItIsClosedAndOneByOneForAMinuteAfter() {
        LaneWindow window = LaneWindow.of("");
        long opens = NOON + 5_000;

        Grant closed = window.take(NOON, opens, 60, 10);
        Grant first = window.take(opens, opens, 60, 10);
        Grant tooSoon = window.take(opens + 500, opens, 60, 10);

        assertThat(closed).isEqualTo(new Grant(0, Duration.ofSeconds(5)));
        assertThat(first.tokens()).isOne();
        assertThat(tooSoon).isEqualTo(new Grant(0, Duration.ofMillis(500)));
    }
}
