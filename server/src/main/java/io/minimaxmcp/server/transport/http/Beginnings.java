package io.minimaxmcp.server.transport.http;

import io.minimaxmcp.tools.tool.Tenant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** How many sessions each may begin: so many a minute, and as many at once after a minute without. */
final class Beginnings {
    private static final double MINUTE_MS = 60_000;

    private final Map<Tenant, Allowance> byHolder = new HashMap<>();
    private final int aMinute;
    private final InstantSource clock;

    Beginnings(int aMinute, InstantSource clock) {
        this.aMinute = aMinute;
        this.clock = clock;
    }

    private record Allowance(double left, long at) {}

    /** Whether one more may begin just now; it is counted then. */
    synchronized boolean take(Tenant holder) {
        Allowance now = now(byHolder.getOrDefault(holder, full()));
        boolean may = now.left >= 1;
        byHolder.put(holder, may ? new Allowance(now.left - 1, now.at) : now);
        return may;
    }

    /** Forgets who has begun none for long. */
    synchronized void sweep() {
        byHolder.values().removeIf(allowance -> now(allowance).left >= aMinute);
    }

    private Allowance full() {
        return new Allowance(aMinute, clock.millis());
    }

    private Allowance now(Allowance then) {
        long now = clock.millis();
        return new Allowance(Math.min(aMinute, then.left + (now - then.at) * (aMinute / MINUTE_MS)), now);
    }
}
