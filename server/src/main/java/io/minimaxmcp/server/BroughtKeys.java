package io.minimaxmcp.server;

import io.minimaxmcp.tools.tool.Tenant;
import io.minimaxmcp.tools.upstream.Accounts;
import io.minimaxmcp.tools.upstream.Secret;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Remembers the MiniMax keys that callers bring for as long as they come back or their jobs run, and not longer. */
final class BroughtKeys {
    static final Duration IDLE = Duration.ofHours(1);
    static final int MOST = 10_000;

    private final Accounts accounts;
    private final Predicate<Tenant> isBusy;
    private final InstantSource clock;
    /** When each was last seen, longest ago first. */
    private final Map<Tenant, Instant> seen = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param isBusy whether a tenant has jobs under way, which need its key
     */
    BroughtKeys(Accounts accounts, Predicate<Tenant> isBusy, InstantSource clock) {
        this.accounts = accounts;
        this.isBusy = isBusy;
        this.clock = clock;
    }

    /** The tenant that is who brings this key. */
    synchronized Tenant bring(Secret key) {
        Tenant tenant = Accounts.tenantOf(key);
        accounts.remember(tenant, key);
        seen.put(tenant, clock.instant());
        if (seen.size() > MOST) {
            seen.keySet().stream()
                    .limit(MOST / 10)
                    .filter(isBusy.negate())
                    .findFirst()
                    .ifPresent(this::forget);
        }
        return tenant;
    }

    /** Forgets who has not come for long. */
    synchronized void sweep() {
        Instant longAgo = clock.instant().minus(IDLE);
        List<Tenant> gone = seen.entrySet().stream()
                .takeWhile(entry -> entry.getValue().isBefore(longAgo))
                .map(Map.Entry::getKey)
                .filter(isBusy.negate())
                .toList();
        gone.forEach(this::forget);
    }

    synchronized int count() {
        return seen.size();
    }

    private void forget(Tenant tenant) {
        seen.remove(tenant);
        accounts.forget(tenant);
    }
}
