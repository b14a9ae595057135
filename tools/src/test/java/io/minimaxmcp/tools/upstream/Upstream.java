package io.minimaxmcp.tools.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.minimaxmcp.schemas.Json;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.Tenant;
import io.minimaxmcp.tools.tool.ToolException;
import io.vertx.core.net.TrustOptions;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A client as production has it, with the patience and the machine that a test gives it. */
final class Upstream implements AutoCloseable {
    static final Secret KEY = new Secret("sk-api-0123456789abcdefghijklmnopqrstuv");
    /** Lanes wide enough to be out of the way. */
    static final Map<Lane, Integer> WIDE =
            Stream.of(Lane.values()).collect(Collectors.toMap(lane -> lane, lane -> 10_000));

    private final ExecutorService workers = Executors.newFixedThreadPool(4, work -> {
        Thread thread = new Thread(work, "test-worker");
        thread.setDaemon(true);
        return thread;
    });
    final Accounts accounts = new Accounts(KEY);
    final MiniMaxClient client;

    Upstream(Hosts hosts) {
        this(hosts, Patience.QUICK);
    }

    Upstream(Hosts hosts, Patience patience) {
        this(new UpstreamConfig(hosts, WIDE, patience), Resolver.SYSTEM, null);
    }

    Upstream(UpstreamConfig config, Resolver resolver, @Nullable TrustOptions trust) {
        client = new MiniMaxClient(
                () -> CompletableFuture.completedFuture(config),
                accounts,
                workers,
                new Environment(resolver, trust, System::nanoTime, InstantSource.system()));
    }

    static Resolver everythingIs(String address) {
        return host -> List.of(InetAddress.getAllByName(address));
    }

    Answer answer(Call call) {
        return get(client.call(Tenant.LOCAL, call));
    }

    Failure failure(Call call) {
        return failure(client.call(Tenant.LOCAL, call));
    }

    static Call image(String prompt) {
        return Call.post(Endpoints.IMAGE, Json.MAPPER.createObjectNode().put("prompt", prompt));
    }

    static <T> T get(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(60, TimeUnit.SECONDS);
        } catch (ExecutionException | InterruptedException | TimeoutException e) {
            throw new AssertionError("the stage was to complete", e);
        }
    }

    static Failure failure(CompletionStage<?> stage) {
        try {
            Object answer = stage.toCompletableFuture().get(60, TimeUnit.SECONDS);
            throw new AssertionError("the stage was to fail, not to complete with " + answer);
        } catch (ExecutionException e) {
            ToolException known = ToolException.in(e);
            if (known == null) {
                throw new AssertionError("not a ToolException", e);
            }
            assertThat(known.toString()).doesNotContain(KEY.value());
            return known.failure();
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError("the stage was to fail in time", e);
        }
    }

    @Override
    public void close() {
        client.close();
        workers.shutdownNow();
    }

    /** Counts what it is told. */
    static final class Counting implements AttemptListener {
        final AtomicInteger left = new AtomicInteger();
        final AtomicInteger notTaken = new AtomicInteger();

        @Override
        public CompletionStage<Void> leaving() {
            left.incrementAndGet();
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<Void> notTaken() {
            notTaken.incrementAndGet();
            return CompletableFuture.completedFuture(null);
        }
    }
}
