package io.minimaxmcp.tools.job.ledger.postgres;

import io.minimaxmcp.tools.upstream.LaneTokens.Grant;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How many requests of a lane were lent in each of the last seconds. */
final class LaneWindow {
    /**
     * So that no minute has too many, however it is laid: what was lent in a second leaves up to {@link Grant#GOOD} later, and the
     * second itself is not counted finer.
     */
    static final int SECONDS = 62;

    private static final int MINUTE_MILLIS = 60_000;

    /** By second; oldest first. */
    private final NavigableMap<Long, Integer> lent;

    private LaneWindow(NavigableMap<Long, Integer> lent) {
        this.lent = lent;
    }

    /** @param text as {@link #text()} writes it: {@code 1763856000:10,1763856001:3} */
    static LaneWindow of(String text) {
        return new LaneWindow(Arrays.stream(text.split(",", -1))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split(":", 2))
                .collect(Collectors.toMap(
                        pair -> Long.valueOf(pair[0]), pair -> Integer.valueOf(pair[1]), Integer::sum, TreeMap::new)));
    }

    String text() {
        return lent.entrySet().stream()
                .map(second -> second.getKey() + ":" + second.getValue())
                .collect(Collectors.joining(","));
    }

    /** @param closedUntil when the lane opens; for a minute after that, requests leave one by one */
    Grant take(long now, long closedUntil, int perMinute, int wanted) {
        if (now < closedUntil) {
            return nothing(closedUntil - now);
        }
        long second = Math.floorDiv(now, 1000L);
        lent.headMap(second - SECONDS + 1).clear();
        int used = lent.values().stream().mapToInt(Integer::intValue).sum();
        if (used >= perMinute) {
            return nothing(freeAt() - now);
        }
        boolean spread = now < closedUntil + MINUTE_MILLIS;
        if (spread && !lent.isEmpty() && now < lent.lastKey() * 1000 + MINUTE_MILLIS / perMinute) {
            return nothing(lent.lastKey() * 1000 + MINUTE_MILLIS / perMinute - now);
        }
        int tokens = spread ? 1 : Math.min(wanted, perMinute - used);
        lent.merge(second, tokens, Integer::sum);
        return new Grant(tokens, Duration.ZERO);
    }

    private long freeAt() {
        Map.Entry<Long, Integer> oldest = lent.firstEntry();
        return oldest == null ? 0 : (oldest.getKey() + SECONDS) * 1000;
    }

    private static Grant nothing(long millis) {
        return new Grant(0, Duration.ofMillis(Math.max(1, millis)));
    }
}
