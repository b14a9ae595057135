package io.minimaxmcp.examples.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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
    private static final int NARROW = 2 * JOBS;
    private static final String LOOKS = "/v1/query/video_generation";
    private static final String HELD =
            "SELECT count(*) FROM job JOIN holder ON job.holder = holder.id WHERE holder.pid = ?";
    private static final Map<String, String> SETTINGS = Map.of(
            "MINIMAX_MCP_WAIT_SECONDS", "0",
            "MINIMAX_MCP_POLL_SECONDS", "10",
            "MINIMAX_MCP_RESULT_MODE", "url",
            "MINIMAX_MCP_RATE_VIDEO", "100000",
            "MINIMAX_MCP_RATE_QUERY", "100000");

    @TempDir
    Path folder;

    @Test
    void tenThousandJobsUnderWay() throws IOException, SQLException {
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
            ServerProcess next = ready(stage, SETTINGS);
            awaitTakenUp(stage.home(), next.pid());
            say("all taken up %d ms after the restart; %s", millis(restarted), memory(next));
            awaitLooks(stage, before + JOBS);
            say("as many looks as jobs %d ms after the restart; %s", millis(restarted), memory(next));
            next.kill();
            ServerProcess last = pressed(stage);

            long finishing = System.nanoTime();
            stage.finishTasks(Duration.ofHours(2));
            for (String job : jobs) {
                while (!last.await(job).status().equals("succeeded")) {
                    Thread.onSpinWait();
                }
            }
            say("all finished %d ms after MiniMax had made them; %s", millis(finishing), memory(last));
            assertThat(stage.posts(Product.VIDEO)).isEqualTo(JOBS);
        }
    }

    /** The jobs ask for more looks than a narrow lane lets through; returns a server with a wide one again. */
    private static ServerProcess pressed(Stage stage) {
        Instant since = Instant.now();
        Map<String, String> narrow = new HashMap<>(SETTINGS);
        narrow.put("MINIMAX_MCP_RATE_QUERY", Integer.toString(NARROW));
        ServerProcess server = ready(stage, narrow);
        while (Duration.between(since, Instant.now()).toSeconds() < 70) {
            pause();
        }
        long looks = stage.busiestMinute("GET", LOOKS, since);
        say("%d looks in the busiest minute of a lane of %d", looks, NARROW);
        assertThat(looks).isBetween(NARROW / 2L, (long) NARROW);
        server.kill();
        return ready(stage, SETTINGS);
    }

    /** A server that has begun to take up what another left. */
    private static ServerProcess ready(Stage stage, Map<String, String> settings) {
        ServerProcess server = stage.server(settings);
        server.call("list_jobs", "{'limit':1}");
        return server;
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

    /** Returns when the ledger says that this process holds all of the jobs. */
    private static void awaitTakenUp(Home home, long pid) throws SQLException {
        String file = "jdbc:sqlite:" + home.data().resolve("ledger.db");
        try (Connection ledger = DriverManager.getConnection(file);
                PreparedStatement held = ledger.prepareStatement(HELD)) {
            held.setLong(1, pid);
            while (held.executeQuery().getInt(1) < JOBS) {
                pause();
            }
        }
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
