package io.minimaxmcp.tools.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes requests go wrong: those whose body holds a marker such as {@code [[sandbox:1008]]}, and those announced with
 * {@link #next}. The markers are listed in {@code tools/README.md}, section "The sandbox".
 */
public final class Faults {
    private static final Pattern MARKER = Pattern.compile("\\[\\[sandbox:([^\\]]{1,100})\\]\\]");

    private final Map<String, Queue<Fault>> announced = new ConcurrentHashMap<>();
    private final Map<String, Queue<Hold>> holds = new ConcurrentHashMap<>();
    private final Map<String, Integer> spent = new ConcurrentHashMap<>();

    Faults() {}

    /**
     * Spoils the next request to a path; several calls queue up, one request each.
     *
     * @param path a whole path, or the beginning of one that ends in a slash, such as {@code /media/}
     * @param fault as in a marker, without brackets and prefix: {@code "http-503"}, {@code "1002 times=2"}
     */
    public void next(String path, String fault) {
        Fault parsed = Fault.parse(fault);
        int times = parsed.times() == Integer.MAX_VALUE ? 1 : parsed.times();
        Queue<Fault> queue = announced.computeIfAbsent(path, unused -> new ConcurrentLinkedQueue<>());
        for (int i = 0; i < times; i++) {
            queue.add(parsed);
        }
    }

    /**
     * Keeps back the answer to the next request to a path; several calls queue up, one request each.
     *
     * @param path as for {@link #next}
     */
    public Hold hold(String path, Hold.At at) {
        Hold hold = new Hold(at);
        holds.computeIfAbsent(path, unused -> new ConcurrentLinkedQueue<>()).add(hold);
        return hold;
    }

    /** Prompts are drawn and spoken without their markers. */
    static String withoutMarkers(String text) {
        return MARKER.matcher(text).replaceAll("").strip();
    }

    Mischief of(Call call) {
        List<Fault> faults = new ArrayList<>();
        drawn(announced, call).forEach(faults::add);
        faults.addAll(marked(call));
        Hold hold = drawn(holds, call).findFirst().orElse(null);
        return faults.isEmpty() && hold == null ? Mischief.NONE : new Mischief(List.copyOf(faults), hold);
    }

    /** Takes what is first in the queues that are meant for this call. */
    private static <T> Stream<T> drawn(Map<String, Queue<T>> queues, Call call) {
        return queues.entrySet().stream()
                .filter(queue -> {
                    String path = queue.getKey();
                    return path.endsWith("/")
                            ? call.path().startsWith(path)
                            : call.path().equals(path);
                })
                .map(queue -> queue.getValue().poll())
                .flatMap(Stream::ofNullable);
    }

    private List<Fault> marked(Call call) {
        List<Fault> faults = new ArrayList<>();
        String body = new String(call.body(), StandardCharsets.UTF_8);
        Matcher marker = MARKER.matcher(body);
        while (marker.find()) {
            Fault fault = Fault.parse(marker.group(1));
            boolean forEver = fault.times() == Integer.MAX_VALUE;
            if (forEver || spend(call.path() + '\n' + marker.group() + '\n' + body.hashCode()) <= fault.times()) {
                faults.add(fault);
            }
        }
        return faults;
    }

    private int spend(String key) {
        return spent.merge(key, 1, Integer::sum);
    }
}
