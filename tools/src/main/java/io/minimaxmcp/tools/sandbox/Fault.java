package io.minimaxmcp.tools.sandbox;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Something that is to go wrong, as written in a marker: {@code http-429 retry-after=2 times=1} has the name
 * {@code http-429} and two options; {@code slow=5} has the value 5. A bare number is a MiniMax status code.
 */
record Fault(String name, String value, Map<String, String> options) {
    private static final Set<String> NAMES = new TreeSet<>(Set.of(
            "html",
            "reset-before",
            "reset-after",
            "breaks-off",
            "truncated",
            "empty",
            "slow",
            "video-fail",
            "video-expire",
            "blocked",
            "download-fail",
            "link-expired"));

    static Fault parse(String text) {
        String[] words = text.strip().split("\\s+", -1);
        String[] first = words[0].split("=", 2);
        Map<String, String> options = new HashMap<>();
        Arrays.stream(words).skip(1).forEach(word -> {
            String[] option = word.equals("once") ? new String[] {"times", "1"} : word.split("=", 2);
            options.put(option[0], option.length == 2 ? option[1] : "");
        });
        Fault fault = new Fault(first[0], first.length == 2 ? first[1] : "", Map.copyOf(options));
        fault.mustBeKnown();
        return fault;
    }

    private void mustBeKnown() {
        boolean known = isCode() || name.matches("http-[45]\\d\\d") || NAMES.contains(name);
        if (!known) {
            throw Refusal.invalid("unknown sandbox marker '" + name + "'; known are a status code, http-4xx, http-5xx, "
                    + String.join(", ", NAMES));
        }
        for (String number : new String[] {value, options.getOrDefault("times", "")}) {
            if (!number.matches("(\\d{1,6}(\\.\\d{1,3})?)?")) {
                throw Refusal.invalid("sandbox marker '" + name + "' wants a number, not '" + number + "'");
            }
        }
    }

    boolean isCode() {
        return name.matches("\\d{4,5}");
    }

    /** The number after the equals sign. */
    double number(double otherwise) {
        return value.isEmpty() ? otherwise : Double.parseDouble(value);
    }

    /** How many requests it spoils before it gives up. */
    int times() {
        String times = options.getOrDefault("times", "");
        return times.isEmpty() ? Integer.MAX_VALUE : (int) Double.parseDouble(times);
    }
}
