package io.minimaxmcp.schemas;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Aspect ratios such as {@code 16:9}: near is what looks alike, not what is spelt alike. */
public final class Ratios {
    private static final Pattern RATIO =
            Pattern.compile("\\s*(\\d{1,5})\\s*[:x×/]\\s*(\\d{1,5})\\s*", Pattern.CASE_INSENSITIVE);

    private Ratios() {}

    /** The ratio of the same orientation that is nearest to the one given; empty where none is, or something is no ratio. */
    public static Optional<String> nearest(String given, Collection<String> allowed) {
        OptionalDouble wanted = log(given);
        return wanted.isEmpty()
                ? Optional.empty()
                : allowed.stream()
                        .filter(ratio -> isAlike(log(ratio), wanted.getAsDouble()))
                        .min(Comparator.comparingDouble(
                                ratio -> Math.abs(log(ratio).getAsDouble() - wanted.getAsDouble())));
    }

    private static boolean isAlike(OptionalDouble ratio, double wanted) {
        return ratio.isPresent() && Math.signum(ratio.getAsDouble()) == Math.signum(wanted);
    }

    /** Above zero for what is wider than high. */
    private static OptionalDouble log(String ratio) {
        Matcher sides = RATIO.matcher(ratio);
        if (!sides.matches()) {
            return OptionalDouble.empty();
        }
        double width = Integer.parseInt(sides.group(1));
        double height = Integer.parseInt(sides.group(2));
        return width == 0 || height == 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.log(width / height));
    }
}
