package io.minimaxmcp.tools.media;

import java.util.Locale;

/** Sizes for people to read. */
public final class Sizes {
    private static final long KILO = 1000;
    private static final long MEGA = 1000 * KILO;

    private Sizes() {}

    /** {@code 812 bytes}, {@code 48.2 kB}, {@code 5.6 MB}. */
    public static String of(long bytes) {
        if (bytes < KILO) {
            return bytes + " bytes";
        }
        return bytes < MEGA ? scaled(bytes, KILO, "kB") : scaled(bytes, MEGA, "MB");
    }

    private static String scaled(long bytes, long unit, String name) {
        double amount = (double) bytes / unit;
        String pattern = bytes % unit == 0 || amount >= 100 ? "%.0f %s" : "%.1f %s";
        return String.format(Locale.ROOT, pattern, amount, name);
    }
}
