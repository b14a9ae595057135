package io.minimaxmcp.tools.job.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.minimaxmcp.schemas.Json;
import io.minimaxmcp.tools.job.Job;
import io.minimaxmcp.tools.job.JobLedger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Whose jobs wait for a place in any process: where places are few, they go to those tenants who have the fewest. */
final class WaitingTenants {
    private static final long FRESH_MILLIS =
            JobLedger.PLACES_ASKED_EVERY.multipliedBy(5).toMillis();
    private static final TypeReference<Map<String, Long>> TENANTS = new TypeReference<>() {};

    /** When each was last seen to wait. */
    private final Map<String, Long> seen;

    private final long now;

    private WaitingTenants(Map<String, Long> seen, long now) {
        this.seen = new TreeMap<>(seen);
        this.seen.values().removeIf(at -> now - at > FRESH_MILLIS);
        this.now = now;
    }

    /** @param text as {@link #text()} writes it: an object of moments by tenant */
    static WaitingTenants of(String text, long now) {
        try {
            return new WaitingTenants(Json.MAPPER.readValue(text, TENANTS), now);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("who waits for a place cannot be read", e);
        }
    }

    String text() {
        try {
            return Json.MAPPER.writeValueAsString(seen);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("who waits for a place cannot be written", e);
        }
    }

    /**
     * Whether the tenant may have one of the free places, or all of them are to go to others who wait and have fewer.
     *
     * @param holders the tenant of each place that is held
     */
    boolean mayGo(String tenant, int free, Collection<String> holders) {
        Map<String, Long> held = holders.stream().collect(Collectors.groupingBy(who -> who, Collectors.counting()));
        long own = held.getOrDefault(tenant, 0L);
        long before = seen.keySet().stream()
                .filter(other -> !other.equals(tenant) && held.getOrDefault(other, 0L) < own)
                .count();
        return free > before;
    }

    /** Remembers whose jobs go on waiting. Who was seen lately is not written down again each time. */
    void note(List<Job> asking, Set<String> going) {
        Set<String> waiting = asking.stream()
                .filter(job -> !going.contains(job.id()))
                .map(job -> job.tenant().id())
                .collect(Collectors.toSet());
        asking.stream()
                .map(job -> job.tenant().id())
                .filter(tenant -> !waiting.contains(tenant))
                .forEach(seen::remove);
        waiting.stream()
                .filter(tenant -> now - seen.getOrDefault(tenant, 0L) > FRESH_MILLIS / 2)
                .forEach(tenant -> seen.put(tenant, now));
    }
}
