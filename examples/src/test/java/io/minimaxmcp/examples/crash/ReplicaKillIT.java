package io.minimaxmcp.examples.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.tools.sandbox.Hold;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Four replicas on one PostgreSQL, of which one after the other is killed, and a database that goes away. */
class ReplicaKillIT {
    private static final int JOBS = Integer.getInteger("replicas.jobs", 200);
    private static final int OUTAGE_S = Integer.getInteger("replicas.outage", 20);
    private static final int LEASE_S = 30;
    private static final int REPLICAS = 4;
    private static final int CHUNK = 25;
    private static final int VIDEOS_A_MINUTE = 600;
    private static final int LOOKS_A_MINUTE = 3_000;
    private static final double PRICE = 0.28;

    @TempDir
    Path folder;

    private final List<ServerProcess> replicas = new ArrayList<>();

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void everyJobEndsOnceHoweverManyReplicasAreKilled() {
        try (SharedDatabase database = SharedDatabase.in(folder);
                Stage stage = Stage.quick(folder)) {
            replicas.addAll(stage.servers(REPLICAS, settings(database)));
            List<String> jobs = new ArrayList<>();
            for (int first = 0; first < JOBS; first += CHUNK) {
                jobs.addAll(ordered(first, Math.min(JOBS, first + CHUNK)));
                int killed = first / CHUNK % REPLICAS;
                replicas.get(killed).kill();
                replicas.set(killed, stage.server(settings(database)));
            }

            List<String> ends = jobs.stream().map(this::end).toList();

            long unknown = ends.stream().filter("unknown"::equals).count();
            assertThat(jobs).hasSize(JOBS).doesNotHaveDuplicates();
            assertThat(ends).allMatch(end -> end.equals("succeeded") || end.equals("unknown"));
            // A kill between the note that a request leaves and its leaving is the one case in which nobody can know.
            assertThat(stage.posts(Product.VIDEO)).isBetween(JOBS - unknown, (long) JOBS);
            assertThat(spent("settled")).isEqualTo(Math.round(JOBS * PRICE * 100));
            assertThat(spent("reserved")).isZero();
            assertThat(stage.busiestMinute("POST", Product.VIDEO.path(), Instant.EPOCH))
                    .isLessThanOrEqualTo(VIDEOS_A_MINUTE);
            assertThat(stage.busiestMinute("GET", "/v1/query/video_generation", Instant.EPOCH))
                    .isLessThanOrEqualTo(LOOKS_A_MINUTE);
            System.out.printf(
                    "replicas: %d jobs, %d kills, %d requests, %d unknown%n",
                    JOBS, JOBS / CHUNK, stage.posts(Product.VIDEO), unknown);
        }
    }

    @Test
    void nothingIsLostOrPaidTwiceWhileTheDatabaseIsAway() {
        try (SharedDatabase database = SharedDatabase.in(folder);
                Stage stage = Stage.taking(Duration.ofMinutes(1), folder)) {
            replicas.addAll(stage.servers(REPLICAS, settings(database)));
            List<String> jobs = ordered(0, 40);
            database.stop();

            int refused = askInVain(OUTAGE_S);
            database.startAgain();
            stage.finishTasks();
            List<String> ends = jobs.stream().map(this::end).toList();

            assertThat(refused).isPositive();
            assertThat(ends).hasSize(40).containsOnly("succeeded");
            assertThat(stage.posts(Product.VIDEO)).isEqualTo(40);
            System.out.printf("replicas: %d s without the database, %d calls refused%n", OUTAGE_S, refused);
        }
    }

    @Test
    void anAnswerThatComesWhenTheDatabaseIsAwayLongerThanALeaseIsKept() {
        try (SharedDatabase database = SharedDatabase.in(folder);
                Stage stage = Stage.quick(folder)) {
            replicas.addAll(stage.servers(REPLICAS, settings(database)));
            Hold answer = stage.hold(Product.SPEECH.path(), Hold.At.ANSWER);
            String job = replicas.get(0)
                    .call("generate_speech", Product.SPEECH.asking("spoken to nobody"))
                    .jobId();
            Stage.await(answer);
            database.stop();
            answer.release();

            askInVain(LEASE_S + OUTAGE_S);
            database.startAgain();

            assertThat(end(job)).isEqualTo("succeeded");
            assertThat(stage.posts(Product.SPEECH)).isOne();
            assertThat(spent("reserved")).isZero();
        }
    }

    /** Calls all replicas in turn, for so many seconds, while there is no database; returns how often. */
    private int askInVain(int seconds) {
        Instant back = Instant.now().plusSeconds(seconds);
        int refused = 0;
        while (Instant.now().isBefore(back)) {
            Outcome outcome =
                    replicas.get(refused % REPLICAS).call("generate_video", Product.VIDEO.asking("in vain " + refused));
            assertThat(outcome.code()).isEqualTo("UNAVAILABLE");
            assertThat(outcome.error().path("charged").asText()).isEqualTo("no");
            refused++;
        }
        return refused;
    }

    private static Map<String, String> settings(SharedDatabase database) {
        return database.settings(Map.of(
                "MINIMAX_MCP_WAIT_SECONDS",
                "0",
                "MINIMAX_MCP_RESULT_MODE",
                "url",
                "MINIMAX_MCP_RATE_VIDEO",
                Integer.toString(VIDEOS_A_MINUTE),
                "MINIMAX_MCP_RATE_QUERY",
                Integer.toString(LOOKS_A_MINUTE)));
    }

    /** Orders as a client behind a balancer does: all at once, and what was not answered once more, under its own name. */
    private List<String> ordered(int from, int to) {
        List<ServerProcess.Request> requests = IntStream.range(from, to)
                .mapToObj(job -> replicas.get(job % REPLICAS).begin("generate_video", arguments(job)))
                .toList();
        List<String> jobs = new ArrayList<>();
        for (int job = from; job < to; job++) {
            jobs.add(answer(requests.get(job - from), job));
        }
        return jobs;
    }

    private String answer(ServerProcess.Request request, int job) {
        try {
            return new Outcome(request.result().join()).jobId();
        } catch (CompletionException killed) {
            return replicas.get((job + 1) % REPLICAS)
                    .call("generate_video", arguments(job))
                    .jobId();
        }
    }

    private static String arguments(int job) {
        return "{'prompt':'lighthouse number " + job + "','model':'MiniMax-Hailuo-2.3','request_id':'job-" + job + "'}";
    }

    private String end(String job) {
        while (true) {
            Outcome outcome = replicas.get(0).await(job);
            if (outcome.isError() && outcome.code().equals("UNAVAILABLE")) {
                Thread.onSpinWait();
            } else if (!List.of("queued", "running").contains(outcome.status())) {
                return outcome.status();
            }
        }
    }

    private long spent(String column) {
        JsonNode today = replicas.get(1).resource("minimax://spend").path("today");
        return Math.round(today.path(column).asDouble(-1) * 100);
    }
}
