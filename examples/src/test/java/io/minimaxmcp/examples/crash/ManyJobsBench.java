package io.minimaxmcp.examples.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten thousand videos under way in one process: what they cost, how fast they are looked at, and how soon a new process has them. */
@Tag("bench")
class ManyJobsBench {
    private static final int JOBS = Integer.getInteger("bench.jobs", 10_000);
    private static final int AT_ONCE = 500;
    private static final String LOOKS = "/v1/query/video_generation";
    private static final Map<String, String> SETTINGS = Map.of(
            "MINIMAX_MCP_WAIT_SECONDS", "0",
            "MINIMAX_MCP_POLL_SECONDS", "10",
            "MINIMAX_MCP_RESULT_MODE", "url",
            "MINIMAX_MCP_RATE_VIDEO", "100000",
            "MINIMAX_MCP_RATE_QUERY", "100000");

    @TempDir
    Path folder;

    @Test
    void tenThousandJobsUnderWay() throws IOException {
        try (Stage stage = Stage.taking(Duration.ofHours(1), folder)) {
            ServerProcess server = stage.server(SETTINGS);
            long begun = System.nanoTime();
            List<String> jobs = order(server);
            say("ordered %d jobs in %d ms", jobs.size(), millis(begun));
            awaitLooks(stage, JOBS);
            say("all looked at after %d ms; %s", millis(begun), memory(server));
            watch(stage, server);
            server.kill();

            long restarted = System.nanoTime();
            long before = looks(stage);
            ServerProcess next = stage.server(SETTINGS);
            next.call("list_jobs", "{'limit':1}");
            awaitLooks(stage, before + 1);
            say("first look %d ms after the restart", millis(restarted));
            awaitLooks(stage, before + JOBS);
            say("as many looks as jobs %d ms after the restart; %s", millis(restarted), memory(next));

            long finishing = System.nanoTime();
            stage.finishTasks(Duration.ofHours(2));
            for (String job : jobs) {
                while (!next.await(job).status().equals("succeeded")) {
                    Thread.onSpinWait();
                }
            }
            say("all finished %d ms after MiniMax had made them; %s", millis(finishing), memory(next));
            assertThat(stage.posts(Product.VIDEO)).isEqualTo(JOBS);
        }
    }

    private static List<String> order(ServerProcess server) {
        List<String> jobs = new ArrayList<>();
        for (int first = 0; first < JOBS; first += AT_ONCE) {
            List<ServerProcess.Request> requests = new ArrayList<>();
            for (int job = first; job < Math.min(JOBS, first + AT_ONCE); job++) {
                requests.add(server.begin(
                        "generate_video", "{'model':'MiniMax-Hailuo-2.3','prompt':'lighthouse number " + job + "'}"));
            }
            requests.forEach(request -> jobs.add(new Outcome(request.result().join()).jobId()));
        }
        return jobs;
    }

    private static void watch(Stage stage, ServerProcess server) throws IOException {
        long begun = System.nanoTime();
        long before = looks(stage);
        awaitLooks(stage, before + 2L * JOBS);
        say("%d looks a second; %s", 2_000L * JOBS / Math.max(1, millis(begun)), memory(server));
    }

    private static void awaitLooks(Stage stage, long count) {
        while (looks(stage) < count) {
            pause();
        }
    }

    private static long looks(Stage stage) {
        return stage.minimax().requests().count("GET", LOOKS);
    }

    /** Measuring is not to disturb what is measured. */
    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    /** The resident memory of a process; Linux only. */
    private static String memory(ServerProcess server) throws IOException {
        Path status = Path.of("/proc/" + server.pid() + "/status");
        String resident = Files.exists(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmRSS"))
                        .findFirst()
                        .orElse("")
                : "";
        return resident.replaceAll("\\s+", " ");
    }

    private static long millis(long since) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
    }

    private static void say(String words, Object... values) {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        System.out.printf("bench: " + words + "; load %.1f%n", append(values, load));
    }

    private static Object[] append(Object[] values, double load) {
        List<Object> all = new ArrayList<>(List.of(values));
        all.add(load);
        return all.toArray();
    }
}
