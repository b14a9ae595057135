package io.minimaxmcp.server;

import io.minimaxmcp.tools.tool.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The voices of tenants as they were a moment ago: who types asks with every key, and MiniMax need not hear each. */
final class RecentVoices {
    static final Duration KEPT = Duration.ofMinutes(1);

    private final Map<Tenant, Kept> byTenant = new ConcurrentHashMap<>();
    private final Function<Tenant, CompletionStage<List<String>>> ask;
    private final InstantSource clock;

    /**
     * @param ask never fails
     */
    RecentVoices(Function<Tenant, CompletionStage<List<String>>> ask, InstantSource clock) {
        this.ask = ask;
        this.clock = clock;
    }

    CompletionStage<List<String>> of(Tenant tenant) {
        Instant now = clock.instant();
        byTenant.values().removeIf(kept -> !now.isBefore(kept.until()));
        return byTenant.computeIfAbsent(tenant, it -> new Kept(ask.apply(it), now.plus(KEPT)))
                .voices();
    }

    private record Kept(CompletionStage<List<String>> voices, Instant until) {}
}
