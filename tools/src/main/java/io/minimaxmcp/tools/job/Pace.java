package io.minimaxmcp.tools.job;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** How long to wait before the next step of a job: often at first, then seldom, never in step with the other jobs. */
final class Pace {
    private static final Duration FIRST_LOOK = Duration.ofSeconds(1);
    private static final Duration FIRST_REPEAT = Duration.ofSeconds(2);
    private static final Duration LONGEST_REPEAT = Duration.ofMinutes(5);
    private static final double JITTER = 0.15;

    private final Duration pollEvery;
    private final DoubleSupplier chance;

    /** @param chance numbers from 0 to 1, evenly spread */
    Pace(Duration pollEvery, DoubleSupplier chance) {
        this.pollEvery = pollEvery;
        this.chance = chance;
    }

    /** Before the next look at a job that was seen running so many times. */
    Duration look(int looks) {
        return spread(doubled(FIRST_LOOK, looks, pollEvery));
    }

    /** Before the first look at a job that somebody else left: spread, because they may be many. */
    Duration takeOver() {
        return scaled(pollEvery, chance.getAsDouble());
    }

    /** Before a step is repeated that has failed so many times in a row. */
    Duration repeat(int failures, Duration atLeast) {
        Duration backoff = spread(doubled(FIRST_REPEAT, failures - 1, LONGEST_REPEAT));
        return backoff.compareTo(atLeast) < 0 ? atLeast : backoff;
    }

    private Duration spread(Duration middle) {
        return scaled(middle, 1 - JITTER + 2 * JITTER * chance.getAsDouble());
    }

    private static Duration doubled(Duration first, int times, Duration most) {
        Duration grown = first.multipliedBy(1L << Math.min(times, 20));
        return grown.compareTo(most) < 0 ? grown : most;
    }

    private static Duration scaled(Duration whole, double factor) {
        return Duration.ofNanos(Math.round(whole.toNanos() * factor));
    }
}
