package io.minimaxmcp.tools.sandbox;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Counts the requests of the last minute, path by path, and answers 1002 to those over the limit. */
final class Throttle {
    private final Map<String, Integer> perMinute;
    private final InstantSource clock;
    private final Map<String, Deque<Instant>> taken = new HashMap<>();

    Throttle(Map<String, Integer> perMinute, InstantSource clock) {
        this.perMinute = perMinute;
        this.clock = clock;
    }

    void pass(String path) {
        Integer limit = perMinute.get(path);
        if (limit == null) {
            return;
        }
        Instant now = clock.instant();
        Deque<Instant> minute = taken.computeIfAbsent(path, unused -> new ArrayDeque<>());
        while (!minute.isEmpty() && !minute.getFirst().isAfter(now.minusSeconds(60))) {
            minute.removeFirst();
        }
        if (minute.size() >= limit) {
            throw Refusal.of(1002);
        }
        minute.addLast(now);
    }
}
