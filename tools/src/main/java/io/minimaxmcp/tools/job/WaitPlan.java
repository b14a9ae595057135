package io.minimaxmcp.tools.job;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long a call waits for a long job.
 *
 * @param start when the call came in
 * @param until when it is answered at the latest
 */
record WaitPlan(Instant start, Instant until) {
    /** As long as the client stands, and no longer than the caller wants. */
    static WaitPlan of(Instant start, Duration patience, @Nullable Integer waitSeconds) {
        Duration asked = waitSeconds == null ? patience : Duration.ofSeconds(waitSeconds);
        return new WaitPlan(start, start.plus(asked.compareTo(patience) < 0 ? asked : patience));
    }

    /** How much of it is left, never negative. */
    Duration left(Instant now) {
        Duration left = Duration.between(now, until);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
