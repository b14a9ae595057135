package io.minimaxmcp.tools.sandbox;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Numbers the way MiniMax does: 18 digits, more than a JavaScript number holds. */
final class Ids {
    private static final long FIRST = 424_010_985_738_629_001L;
    /** Odd and not small, so that a rounded id hits no other. */
    private static final long STEP = 4_099;

    private final AtomicLong next = new AtomicLong(FIRST);

    long next() {
        return next.getAndAdd(STEP);
    }

    /** A trace or request id. */
    String trace() {
        return String.format(Locale.ROOT, "%016x%016x", next() * 0x9E3779B97F4A7C15L, next());
    }
}
