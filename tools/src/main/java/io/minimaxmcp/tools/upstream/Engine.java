package io.minimaxmcp.tools.upstream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Tenant;
import io.minimaxmcp.tools.tool.ToolException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** The running parts of the client, made with the first call. */
final class Engine implements AutoCloseable {
    /**
     * The free call that asks whether a host knows a key. Voices that the account has cloned are listed for every kind of key, where the
     * balance is told only to pay-as-you-go keys, and there are few of them, where system voices are hundreds.
     */
    private static final Call PROBE =
            Call.post(Endpoints.GET_VOICE, JsonNodeFactory.instance.objectNode().put("voice_type", "voice_cloning"));

    /** Each may have tens of megabytes, and a desktop process has 256. */
    private static final int LARGE_REPLIES = 2;

    private final Connections connections;
    private final Lanes lanes;
    private final Resilience resilience;
    private final Regions regions;
    private final Downloads downloads;

    static Engine start(UpstreamConfig config, Executor workers, Environment environment) {
        Connections connections = new Connections(environment.trust());
        VertxScheduler scheduler = new VertxScheduler(connections.vertx(), workers);
        Lanes lanes =
                new Lanes(config.perMinute(), config.inFlight(), config.shared(), scheduler, environment.nanoTime());
        UpstreamCodes codes = UpstreamCodes.documented();
        Wire wire = new Wire(
                connections,
                environment.resolver(),
                codes,
                new ReplyReader(codes),
                environment.clock(),
                new LargeReplies(LARGE_REPLIES),
                environment.told());
        AddressPolicy addresses = new AddressPolicy(environment.resolver(), config.hosts(), config.resultDomains());
        return new Engine(
                connections,
                lanes,
                new Resilience(config.patience(), lanes, wire, scheduler, workers),
                new Regions(config.hosts()),
                new Downloads(connections, addresses, config.patience(), scheduler, workers));
    }

    private Engine(Connections connections, Lanes lanes, Resilience resilience, Regions regions, Downloads downloads) {
        this.connections = connections;
        this.lanes = lanes;
        this.resilience = resilience;
        this.regions = regions;
        this.downloads = downloads;
    }

    CompletionStage<Answer> call(Tenant tenant, Account account, Call call, AttemptListener listener) {
        return go(new Trip(tenant, account, regions.hostOf(account), call, listener.trace()), listener);
    }

    private CompletionStage<Answer> go(Trip trip, AttemptListener listener) {
        return resilience
                .run(trip, listener)
                .thenApply(answer -> {
                    regions.worked(trip.account(), trip.host());
                    return answer;
                })
                .exceptionallyCompose(thrown -> refused(thrown, trip, listener));
    }

    /** A refused key was not charged and took nothing: with another host, the call is made anew. */
    private CompletionStage<Answer> refused(Throwable thrown, Trip trip, AttemptListener listener) {
        if (!(Transport.unwrap(thrown) instanceof Fault fault) || fault.row().kind() != ErrorKind.AUTH) {
            return CompletableFuture.failedStage(thrown);
        }
        Account account = trip.account();
        return regions.refused(account, trip.host(), other -> knows(trip, other))
                .thenCompose(host -> {
                    if (host == null) {
                        return CompletableFuture.failedStage(
                                new ToolException(regions.failure(account, fault.failure()), fault));
                    }
                    return listener.notTaken().thenCompose(written -> go(trip.to(host), listener));
                });
    }

    private CompletionStage<Boolean> knows(Trip trip, URI host) {
        Trip probe = new Trip(trip.tenant(), trip.account(), host, PROBE);
        return resilience
                .run(probe, AttemptListener.NONE)
                .thenApply(answer -> true)
                .exceptionally(Engine::wasTheKeyAccepted);
    }

    /** Who is refused for another reason than the key has shown a key that is known. */
    private static boolean wasTheKeyAccepted(Throwable thrown) {
        if (Transport.unwrap(thrown) instanceof Fault fault && fault.row().fate() == CodeRow.Fate.REFUSED) {
            boolean aboutTheKey = fault.row().kind() == ErrorKind.AUTH;
            if (aboutTheKey || fault.failure().upstreamCode() != null) {
                return !aboutTheKey;
            }
        }
        throw new CompletionException(thrown);
    }

    CompletionStage<Answer> probe(Tenant tenant, Account account) {
        return call(tenant, account, PROBE, AttemptListener.NONE);
    }

    Downloads downloads() {
        return downloads;
    }

    Regions regions() {
        return regions;
    }

    Map<Lane, Integer> waiting() {
        return lanes.waiting();
    }

    List<LaneState> lanes(Account account) {
        return lanes.states(account);
    }

    @Override
    public void close() {
        connections.close();
    }
}
