package io.minimaxmcp.tools.upstream;

import java.time.Duration;

/**
 * How often and how long a request is tried.
 *
 * @param pace stretches or shrinks every delay between attempts; 1 is right for the real MiniMax
 * @param throttledAttempts attempts when MiniMax says that it has no room now
 * @param faultAttempts attempts on a passing fault, where repeating is allowed at all
 * @param total no attempt is begun later than this after the first; includes waiting for the lane
 * @param longestRetryAfter a longer {@code Retry-After} is handed to the caller instead of waited for
 * @param timeoutScale stretches or shrinks the timeout of every endpoint
 */
public record Patience(
        double pace,
        int throttledAttempts,
        int faultAttempts,
        Duration total,
        Duration longestRetryAfter,
        double timeoutScale) {
    private static final Duration FIRST_DELAY = Duration.ofSeconds(1);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);
    private static final Duration CIRCUIT_DELAY = Duration.ofSeconds(15);

    public static final Patience USUAL = new Patience(1, 6, 4, Duration.ofMinutes(20), Duration.ofSeconds(90), 1);

    /** For the sandbox and tests, where nobody is spared by waiting. */
    public static final Patience QUICK = new Patience(0.01, 4, 4, Duration.ofMinutes(2), Duration.ofSeconds(5), 1);

    public Patience {
        if (!(pace > 0) || !(timeoutScale > 0) || throttledAttempts < 1 || faultAttempts < 1) {
            throw new IllegalArgumentException("patience must be positive in everything");
        }
    }

    public Patience timeoutsTimes(double scale) {
        return new Patience(pace, throttledAttempts, faultAttempts, total, longestRetryAfter, scale);
    }

    Duration firstDelay() {
        return times(FIRST_DELAY, pace);
    }

    Duration longestDelay() {
        return times(LONGEST_DELAY, pace);
    }

    /** How long nothing is sent to a host that has failed too often. */
    Duration circuitDelay() {
        return times(CIRCUIT_DELAY, pace);
    }

    Duration timeout(Endpoint endpoint) {
        return times(endpoint.timeout(), timeoutScale);
    }

    /** How long to leave a lane alone after MiniMax has refused for lack of room so many times in a row. */
    Duration pause(Duration first, int attempt) {
        Duration doubled = times(first, pace * Math.scalb(1.0, Math.min(attempt, 10) - 1));
        return doubled.compareTo(longestDelay()) < 0 ? doubled : longestDelay();
    }

    private static Duration times(Duration duration, double factor) {
        return Duration.ofNanos(Math.max(1, Math.round(duration.toNanos() * factor)));
    }
}
