package io.minimaxmcp.tools.sandbox;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Every request that reached the sandbox, for tests to look at; safe for all threads. */
public final class Journal {
    /** Characters of bodies kept; older entries go first. Counts are kept for all. */
    private static final long BODIES_MAX = 16_000_000;

    private final Deque<Entry> entries = new ArrayDeque<>();
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private long bodies;

    Journal() {}

    /** One request, without its key. */
    public record Entry(Instant at, String method, String path, Map<String, String> query, String body) {}

    /** What is still remembered, oldest first. */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** The remembered requests to one path, oldest first. */
    public List<Entry> entries(String path) {
        return entries().stream().filter(entry -> entry.path().equals(path)).toList();
    }

    /** How many requests of this method came to this path, ever. */
    public long count(String method, String path) {
        LongAdder count = counts.get(method + ' ' + path);
        return count == null ? 0 : count.sum();
    }

    synchronized void add(Entry entry) {
        counts.computeIfAbsent(entry.method() + ' ' + entry.path(), unused -> new LongAdder())
                .increment();
        entries.add(entry);
        bodies += weight(entry);
        while (bodies > BODIES_MAX && entries.size() > 1) {
            bodies -= weight(entries.remove());
        }
    }

    private static long weight(Entry entry) {
        return 200L + entry.body().length();
    }
}
