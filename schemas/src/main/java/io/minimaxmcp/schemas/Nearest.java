package io.minimaxmcp.schemas;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name somebody most likely meant: by edit distance, blind to case and to the kind of separator. */
public final class Nearest {
    /** No name is longer; what is longer is no name, and comparing it would be slow. */
    private static final int LENGTH_MAX = 100;

    private Nearest() {}

    /** The nearest candidate, or empty when none is near enough to be what was meant. */
    public static Optional<String> to(String given, Collection<String> candidates) {
        if (given.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        String wanted = plain(given);
        return candidates.stream()
                .filter(candidate -> isNear(wanted, plain(candidate)))
                .min(Comparator.comparingInt(candidate -> distance(wanted, plain(candidate))));
    }

    private static boolean isNear(String wanted, String candidate) {
        int shorter = Math.min(wanted.length(), candidate.length());
        boolean partOfIt = shorter >= 3 && (candidate.contains(wanted) || wanted.contains(candidate));
        return partOfIt || distance(wanted, candidate) <= Math.max(1, Math.min(4, candidate.length() / 3));
    }

    /** Blind to case and to the kind of separator. */
    static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    }

    /** Insertions, deletions, replacements and swaps of neighbours that lead from one to the other. */
    private static int distance(String from, String to) {
        int[][] steps = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                steps[i][j] = i == 0 || j == 0 ? i + j : cheapest(steps, from, to, i, j);
            }
        }
        return steps[from.length()][to.length()];
    }

    private static int cheapest(int[][] steps, String from, String to, int i, int j) {
        int replaced = steps[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, 1 + Math.min(steps[i - 1][j], steps[i][j - 1]));
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(best, 1 + steps[i - 2][j - 2]) : best;
    }
}
