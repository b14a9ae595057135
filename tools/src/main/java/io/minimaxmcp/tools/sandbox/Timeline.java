package io.minimaxmcp.tools.sandbox;

import java.time.Duration;
import java.time.Instant;

/** The course of a task: where it stands follows from the time alone. */
record Timeline(Instant start, Duration length) {

    /** 0 at the start, 1 and more once it is done. */
    double position(Instant now) {
        if (length.isZero()) {
            return 1;
        }
        return (double) Duration.between(start, now).toMillis() / Math.max(1, length.toMillis());
    }

    boolean isOver(Instant now) {
        return position(now) >= 1;
    }

    Instant end() {
        return start.plus(length);
    }
}
