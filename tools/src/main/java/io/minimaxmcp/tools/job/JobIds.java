package io.minimaxmcp.tools.job;

import java.time.Clock;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * Makes job ids: 22 lowercase letters and digits, of which those of one process rise, and those of all sort by time. An id is also a task's
 * id, which must not be guessed: no id tells the next.
 */
public final class JobIds {
    /** Crockford's base32: no letter that can be taken for a digit. */
    private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();

    private static final int TIME_CHARS = 10;
    private static final int RANDOM_CHARS = 12;
    private static final long RANDOM_MASK = (1L << 60) - 1;
    /** Between two ids of one millisecond: room for thousands, each as hard to guess as 48 bits are. */
    private static final long GAP_MASK = (1L << 48) - 1;

    private final Clock clock;
    private final RandomGenerator random;
    private long lastMillis = -1;
    private long lastRandom;

    public JobIds(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** No id that was made since then is less. */
    public static String first(Instant since) {
        var id = new StringBuilder(TIME_CHARS);
        append(id, since.toEpochMilli(), TIME_CHARS);
        return id.toString();
    }

    /** The next id: greater than all before, even when the clock stands still or goes back. */
    public synchronized String next() {
        long millis = clock.millis();
        if (millis > lastMillis) {
            begin(millis);
        } else {
            rise();
        }
        var id = new StringBuilder(TIME_CHARS + RANDOM_CHARS);
        append(id, lastMillis, TIME_CHARS);
        append(id, lastRandom, RANDOM_CHARS);
        return id.toString();
    }

    private void rise() {
        long gap = 1 + (random.nextLong() & GAP_MASK);
        if (lastRandom <= RANDOM_MASK - gap) {
            lastRandom += gap;
        } else {
            begin(lastMillis + 1);
        }
    }

    private void begin(long millis) {
        lastMillis = millis;
        lastRandom = random.nextLong() & RANDOM_MASK;
    }

    private static void append(StringBuilder id, long bits, int chars) {
        for (int shift = (chars - 1) * 5; shift >= 0; shift -= 5) {
            id.append(ALPHABET[(int) (bits >>> shift) & 31]);
        }
    }
}
