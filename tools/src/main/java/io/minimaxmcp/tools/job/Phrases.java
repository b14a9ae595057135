package io.minimaxmcp.tools.job;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Times and texts the way people write them. */
final class Phrases {
    private Phrases() {}

    /** {@code 0.4 s}, {@code 35 s}, {@code 2 min 5 s}, {@code 1 h 10 min}. */
    static String time(Duration time) {
        long seconds = time.toSeconds();
        if (seconds < 10 && time.toMillisPart() >= 100) {
            return seconds + "." + time.toMillisPart() / 100 + " s";
        }
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return joined(seconds / 60, "min", seconds % 60, "s");
        }
        return joined(seconds / 3600, "h", seconds % 3600 / 60, "min");
    }

    private static String joined(long large, String largeUnit, long small, String smallUnit) {
        return large + " " + largeUnit + (small == 0 ? "" : " " + small + " " + smallUnit);
    }

    /** The text cut, where it must be, to so many bytes of UTF-8, with an ellipsis in place of the rest. */
    static String within(int bytes, String text) {
        if (text.getBytes(StandardCharsets.UTF_8).length <= bytes) {
            return text;
        }
        int end = Math.min(text.length(), bytes);
        while (text.substring(0, end).getBytes(StandardCharsets.UTF_8).length > bytes - 3
                || Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + "…";
    }
}
