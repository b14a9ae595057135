package io.minimaxmcp.tools.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SecretTest {
    private static final int ROUNDS = 1_000;
    private static final int REPEATS = 8;

    private final Secret secret = new Secret("a".repeat(4_000) + "b");

    @Test
    void isMatchedByNothingButItself() {
        assertThat(secret.matches("a".repeat(4_000) + "b")).isTrue();
        assertThat(secret.matches("a".repeat(4_000) + "c")).isFalse();
        assertThat(secret.matches("a".repeat(4_000))).isFalse();
        assertThat(secret.matches("")).isFalse();
    }

    /** A comparison that stops at the first difference would be a hundred times faster here. */
    @Test
    void takesAsLongForANearMissAsForAnythingElse() {
        String near = "a".repeat(4_000) + "c";
        String far = "c" + "a".repeat(4_000);
        long[] nearTimes = new long[ROUNDS];
        long[] farTimes = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            nearTimes[round] = time(near);
            farTimes[round] = time(far);
        }

        double ratio = median(nearTimes) / median(farTimes);

        assertThat(ratio).isBetween(0.5, 2.0);
    }

    private long time(String guess) {
        long begun = System.nanoTime();
        boolean matched = false;
        for (int i = 0; i < REPEATS; i++) {
            matched |= secret.matches(guess);
        }
        assertThat(matched).isFalse();
        return System.nanoTime() - begun;
    }

    private static double median(long[] times) {
        Arrays.sort(times);
        return times[times.length / 2];
    }
}
