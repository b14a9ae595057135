package io.minimaxmcp.examples.crash;

import io.minimaxmcp.tools.sandbox.Hold;
import io.minimaxmcp.tools.sandbox.Journal;
import io.minimaxmcp.tools.sandbox.Sandbox;
import io.minimaxmcp.tools.sandbox.SandboxOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/** One MiniMax, one home, and the servers that a test starts between the two. */
final class Stage implements AutoCloseable {
    private static final String NO_LIMIT = "60000";

    private final AtomicReference<Duration> gained = new AtomicReference<>(Duration.ZERO);
    private final Deque<ServerProcess> servers = new ConcurrentLinkedDeque<>();
    private final Sandbox minimax;
    private final Home home;

    private Stage(Path folder, Duration taskTime) {
        InstantSource clock = () -> Instant.now().plus(gained.get());
        SandboxOptions options = SandboxOptions.defaults().withClock(clock).withTaskTime(taskTime);
        this.minimax = Sandbox.start(options).toCompletableFuture().join();
        this.home = new Home(folder);
    }

    /** Tasks are done as soon as they are taken. */
    static Stage quick(Path folder) {
        return new Stage(folder, Duration.ZERO);
    }

    /** Tasks take so long, unless {@link #finishTasks()} helps. */
    static Stage taking(Duration taskTime, Path folder) {
        return new Stage(folder, taskTime);
    }

    Sandbox minimax() {
        return minimax;
    }

    Home home() {
        return home;
    }

    /** MiniMax's clock goes forward by as long as tasks take; returns what it shows then. */
    Instant finishTasks() {
        return finishTasks(Duration.ofMinutes(1));
    }

    Instant finishTasks(Duration taskTime) {
        return Instant.now().plus(gained.updateAndGet(so -> so.plus(taskTime)));
    }

    /** How many paid requests have reached MiniMax. */
    long posts(Product product) {
        return minimax.requests().count("POST", product.path());
    }

    /**
     * The most requests within any minute since then, less five seconds because a busy machine delays some and not others.
     *
     * @param path how the paths of those that count begin
     */
    long busiestMinute(String method, String path, Instant since) {
        List<Instant> asked = minimax.requests().entries().stream()
                .filter(request ->
                        request.method().equals(method) && request.path().startsWith(path))
                .map(Journal.Entry::at)
                .filter(at -> at.isAfter(since))
                .sorted()
                .toList();
        long most = 0;
        int first = 0;
        for (int last = 0; last < asked.size(); last++) {
            while (!asked.get(last).isBefore(asked.get(first).plusSeconds(55))) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    Hold hold(String path, Hold.At at) {
        return minimax.faults().hold(path, at);
    }

    /** Returns when a request has come to that point. */
    static void await(Hold hold) {
        hold.reached().toCompletableFuture().orTimeout(60, TimeUnit.SECONDS).join();
    }

    /** A server whose calls wait until the job is done. */
    ServerProcess patient() {
        return server(Map.of());
    }

    /** A server whose calls answer at once, with a job that has hardly begun. */
    ServerProcess hasty() {
        return server(Map.of("MINIMAX_MCP_WAIT_SECONDS", "0"));
    }

    /** Several servers, which start at the same time. */
    List<ServerProcess> servers(int count, Map<String, String> more) {
        return IntStream.range(0, count)
                .parallel()
                .mapToObj(unused -> server(more))
                .toList();
    }

    ServerProcess server(Map<String, String> more) {
        ServerProcess server = ServerProcess.start(home, settings(more));
        servers.add(server);
        return server;
    }

    Map<String, String> settings(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "MINIMAX_API_KEY", "sk-api-crash",
                "MINIMAX_API_HOST", minimax.host().toString(),
                "MINIMAX_MCP_POLL_SECONDS", "1",
                "MINIMAX_MCP_WAIT_SECONDS", "120",
                "MINIMAX_MCP_RATE_QUERY", NO_LIMIT));
        for (Product product : Product.values()) {
            settings.put(product.rate(), NO_LIMIT);
        }
        settings.putAll(more);
        return settings;
    }

    @Override
    public void close() {
        servers.forEach(ServerProcess::close);
        minimax.close();
    }
}
