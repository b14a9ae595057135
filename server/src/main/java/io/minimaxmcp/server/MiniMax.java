package io.minimaxmcp.server;

import io.minimaxmcp.schemas.ModelCatalog;
import io.minimaxmcp.server.config.ServerConfig;
import io.minimaxmcp.tools.sandbox.Sandbox;
import io.minimaxmcp.tools.sandbox.SandboxOptions;
import io.minimaxmcp.tools.tool.Tenant;
import io.minimaxmcp.tools.upstream.Accounts;
import io.minimaxmcp.tools.upstream.AttemptReport;
import io.minimaxmcp.tools.upstream.Caps;
import io.minimaxmcp.tools.upstream.ClosedProducts;
import io.minimaxmcp.tools.upstream.Dialect;
import io.minimaxmcp.tools.upstream.Hosts;
import io.minimaxmcp.tools.upstream.Lane;
import io.minimaxmcp.tools.upstream.LaneTokens;
import io.minimaxmcp.tools.upstream.MiniMaxClient;
import io.minimaxmcp.tools.upstream.Patience;
import io.minimaxmcp.tools.upstream.Secret;
import io.minimaxmcp.tools.upstream.UpstreamConfig;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The MiniMax that calls go to: the real one, or the sandbox, which starts with the first call. */
final class MiniMax implements AutoCloseable {
    /** The sandbox takes any key; this one makes clear whose it is. */
    private static final Secret SANDBOX_KEY = new Secret("sandbox-key-of-minimax-mcp");
    /** Trying things out should not teach anybody to wait. */
    private static final int SANDBOX_RATE = 6_000;

    private final ServerConfig config;
    private final ModelCatalog catalog;
    private final Accounts accounts;
    private final MiniMaxClient client;
    private volatile @Nullable Sandbox sandbox;
    private volatile @Nullable LaneTokens shared;

    MiniMax(
            ServerConfig config,
            ModelCatalog catalog,
            Accounts accounts,
            ClosedProducts closed,
            Executor workers,
            Consumer<AttemptReport> told) {
        this.config = config;
        this.catalog = catalog;
        this.accounts = accounts;
        this.client = new MiniMaxClient(this::upstream, accounts, closed, workers, told);
    }

    /** Who pays: the key of the settings, until callers bring their own. */
    static Accounts accounts(ServerConfig config) {
        return new Accounts(config.sandbox() ? SANDBOX_KEY : config.apiKey().orElse(null));
    }

    /** Has requests counted by who counts them for all replicas. To be said before the first call. */
    void share(LaneTokens lanes) {
        shared = lanes;
    }

    /** Whether this process can pay for the tenant: the key that a tenant brings is known only where it came by. */
    boolean pays(Tenant tenant) {
        return accounts.find(tenant) != null || tenant.equals(Tenant.LOCAL);
    }

    /** How much the account may have under way at once, by the catalogue; the sandbox keeps to that as well. */
    Caps caps() {
        return new Caps(accounts, inFlight());
    }

    MiniMaxClient client() {
        return client;
    }

    private CompletionStage<UpstreamConfig> upstream() {
        if (!config.sandbox()) {
            Hosts hosts = new Hosts(
                    config.region(), config.apiHost().orElse(null), config.hostGlobal(), config.hostMainland());
            return CompletableFuture.completedFuture(new UpstreamConfig(
                    hosts, rates(), inFlight(), Patience.USUAL, Set.copyOf(catalog.downloadHosts()), shared));
        }
        SandboxOptions.Dialect dialect = config.dialect() == Dialect.REFERENCE
                ? SandboxOptions.Dialect.REFERENCE
                : SandboxOptions.Dialect.PLATFORM;
        return Sandbox.start(SandboxOptions.defaults().withDialect(dialect)).thenApply(started -> {
            sandbox = started;
            return new UpstreamConfig(Hosts.only(started.host()), rates(), Patience.QUICK);
        });
    }

    /** What is set wins over the catalogue. */
    private Map<Lane, Integer> rates() {
        Map<Lane, Integer> rates = new EnumMap<>(Lane.class);
        for (Lane lane : Lane.values()) {
            int usual =
                    config.sandbox() ? SANDBOX_RATE : catalog.lane(lane.name()).requestsPerMinute();
            rates.put(lane, config.rates().getOrDefault(lane, usual));
        }
        return rates;
    }

    private Map<Lane, Integer> inFlight() {
        Map<Lane, Integer> most = new EnumMap<>(Lane.class);
        for (Lane lane : Lane.values()) {
            Integer published = catalog.lane(lane.name()).inFlight();
            if (published != null) {
                most.put(lane, published);
            }
        }
        return most;
    }

    @Override
    public void close() {
        client.close();
        Sandbox started = sandbox;
        if (started != null) {
            started.close();
        }
    }
}
