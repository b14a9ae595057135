package io.minimaxmcp.examples.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the paid path does in a second with 1, 2 and 4 replicas on PostgreSQL, beside one process on SQLite. Both ask the disk. */
@Tag("bench")
class ReplicaBench {
    private static final int CALLS = Integer.getInteger("bench.calls", 2_000);
    private static final int WARM_UP = 500;
    private static final int IN_FLIGHT = 16;

    @TempDir
    Path folder;

    @Test
    void throughputOfThePaidPath() {
        try (Stage stage = Stage.quick(folder.resolve("sqlite"))) {
            measure("sqlite, 1 process", stage, 1, settings(), null);
        }
        for (int replicas : List.of(1, 2, 4)) {
            Path home = folder.resolve("replicas" + replicas);
            try (SharedDatabase database = SharedDatabase.durableIn(home);
                    Stage stage = Stage.quick(home)) {
                measure("postgresql, replicas: " + replicas, stage, replicas, database.settings(settings()), database);
            }
        }
    }

    private static Map<String, String> settings() {
        return Map.of("MINIMAX_MCP_RESULT_MODE", "url", "MINIMAX_MCP_RATE_IMAGE", "100000");
    }

    private static void measure(
            String what, Stage stage, int count, Map<String, String> settings, @Nullable SharedDatabase database) {
        List<ServerProcess> replicas = stage.servers(count, settings);
        run(replicas, 0, WARM_UP * count);
        long before = database == null ? 0 : database.commits();
        long begun = System.nanoTime();
        List<Long> latencies = run(replicas, WARM_UP * count, CALLS);
        long nanos = System.nanoTime() - begun;
        long commits = database == null ? 0 : database.commits() - before;
        List<Long> sorted = latencies.stream().sorted().toList();
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        System.out.printf(
                "bench: %s: %d calls/s, p50 %d ms, p99 %d ms, %.1f commits a call; load %.1f%n",
                what,
                Math.round(CALLS * 1e9 / nanos),
                Duration.ofNanos(sorted.get(sorted.size() / 2)).toMillis(),
                Duration.ofNanos(sorted.get(sorted.size() * 99 / 100)).toMillis(),
                commits / (double) CALLS,
                load);
        assertThat(stage.posts(Product.IMAGE)).isEqualTo(WARM_UP * count + CALLS);
        replicas.forEach(ServerProcess::close);
    }

    /** So many calls, of which so many are in flight at any time, dealt out to the replicas in turn. */
    private static List<Long> run(List<ServerProcess> replicas, int first, int count) {
        var next = new AtomicInteger(first);
        var latencies = new ConcurrentLinkedQueue<Long>();
        List<CompletableFuture<Void>> lines = new ArrayList<>();
        for (int line = 0; line < IN_FLIGHT; line++) {
            lines.add(CompletableFuture.runAsync(
                    () -> {
                        for (int call = next.getAndIncrement(); call < first + count; call = next.getAndIncrement()) {
                            long begun = System.nanoTime();
                            ServerProcess replica = replicas.get(call % replicas.size());
                            replica.call("generate_image", "{'prompt':'lighthouse number " + call + "'}")
                                    .data();
                            latencies.add(System.nanoTime() - begun);
                        }
                    },
                    task -> new Thread(task, "caller").start()));
        }
        lines.forEach(CompletableFuture::join);
        return List.copyOf(latencies);
    }
}
