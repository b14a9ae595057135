package io.minimaxmcp.examples.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.examples.crash.ServerProcess.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many calls, many processes and one data folder: one request for one wish, no dollar too many, no minute too full. */
class CrowdIT {
    /** Seventeen videos of 0.28. */
    private static final double SPENT = 4.76;

    @TempDir
    Path folder;

    @Test
    void fourHundredEqualCallsInEightProcessesAreOneRequest() throws IOException {
        try (Stage stage = Stage.quick(folder)) {
            List<ServerProcess> servers = stage.servers(8, Map.of());

            List<Outcome> outcomes = inFlight(servers, 50, unused -> "{'text':'A lighthouse.'}", "generate_speech");

            assertThat(stage.posts(Product.SPEECH)).isOne();
            assertThat(outcomes.stream().map(Outcome::jobId))
                    .hasSize(400)
                    .containsOnly(outcomes.get(0).jobId());
            assertThat(outcomes.stream()
                            .filter(outcome ->
                                    !outcome.data().path("deduplicated").asBoolean()))
                    .hasSize(1);
            outcomes.get(0).hasItsFile();
            assertThat(stage.home().results()).hasSize(1);
        }
    }

    @Test
    void fourProcessesNeverSpendMoreThanTheDaysBudget() throws IOException {
        try (Stage stage = Stage.taking(Duration.ofMinutes(1), folder)) {
            Map<String, String> budget = Map.of("MINIMAX_MCP_BUDGET_USD", "5.00", "MINIMAX_MCP_WAIT_SECONDS", "0");
            List<ServerProcess> servers = stage.servers(4, budget);

            List<Outcome> outcomes = inFlight(
                    servers,
                    16,
                    call -> "{'model':'MiniMax-Hailuo-2.3','prompt':'lighthouse number " + call + "'}",
                    "generate_video");

            List<Outcome> refused = outcomes.stream().filter(Outcome::isError).toList();
            assertThat(refused)
                    .hasSize(64 - 17)
                    .allMatch(outcome -> outcome.code().equals("BUDGET"));
            List<String> jobs = outcomes.stream()
                    .filter(outcome -> !outcome.isError())
                    .map(Outcome::jobId)
                    .toList();
            jobs.forEach(job -> awaitTask(servers.get(0), job));
            servers.forEach(ServerProcess::kill);
            ServerProcess next = stage.server(Map.of("MINIMAX_MCP_BUDGET_USD", "5.00"));
            assertSpent(next, 0, SPENT);
            stage.finishTasks();
            for (String job : jobs) {
                next.await(job).hasItsFile();
            }
            assertSpent(next, SPENT, 0);
            assertThat(next.call("generate_video", "{'model':'MiniMax-Hailuo-2.3','prompt':'one too many'}")
                            .code())
                    .isEqualTo("BUDGET");
            assertThat(stage.posts(Product.VIDEO)).isEqualTo(17);
        }
    }

    private static void assertSpent(ServerProcess server, double settled, double reserved) {
        JsonNode status = server.call("status", "{}").data().path("spend");
        assertThat(status.path("spent_today_usd").asDouble(-1)).isEqualTo(settled);
        assertThat(status.path("reserved_usd").asDouble(-1)).isEqualTo(reserved);
        JsonNode today = server.resource("minimax://spend").path("today");
        assertThat(today.path("settled").asDouble(-1)).isEqualTo(settled);
        assertThat(today.path("reserved").asDouble(-1)).isEqualTo(reserved);
    }

    /** A burst fills the minute; the rest of the questions has to wait for the next one. */
    @Test
    void twoHundredJobsUnderWaySurviveTheirProcessWithinTheRateLimit() throws IOException {
        try (Stage stage = Stage.taking(Duration.ofMinutes(1), folder)) {
            int asked = 300;
            ServerProcess server = stage.hasty();
            List<Outcome> jobs = inFlight(
                    List.of(server),
                    200,
                    call -> "{'model':'MiniMax-Hailuo-2.3','prompt':'lighthouse number " + call + "'}",
                    "generate_video");
            jobs.forEach(job -> awaitTask(server, job.jobId()));
            server.kill();
            Instant killed = stage.finishTasks();

            ServerProcess next = stage.server(Map.of("MINIMAX_MCP_RATE_QUERY", Integer.toString(asked)));
            List<Outcome> ends =
                    jobs.stream().map(job -> next.await(job.jobId())).toList();

            for (Outcome end : ends) {
                end.hasItsFile();
            }
            assertThat(stage.home().results()).hasSize(200);
            assertThat(stage.posts(Product.VIDEO)).isEqualTo(200);
            assertThat(stage.busiestMinute("GET", "/v1/", killed)).isLessThanOrEqualTo(asked);
        }
    }

    /** Each turn is a round trip to the server. */
    private static void awaitTask(ServerProcess server, String job) {
        String asking = "{'job_id':'" + job + "'}";
        while (server.call("get_job", asking).data().at("/upstream/task_id").isMissingNode()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void fiftyCallsInFlightAreEachAnsweredRightly() throws IOException {
        try (Stage stage = Stage.quick(folder)) {
            ServerProcess server = stage.patient();

            List<Outcome> outcomes =
                    inFlight(List.of(server), 50, call -> "{'text':'Number " + (100 + call) + "'}", "generate_speech");

            assertThat(new HashSet<>(outcomes.stream().map(Outcome::file).toList()))
                    .hasSize(50);
            for (int call = 0; call < 50; call++) {
                outcomes.get(call).hasItsFile();
                assertThat(outcomes.get(call).file().getFileName().toString()).contains("number-" + (100 + call));
            }
            assertThat(stage.posts(Product.SPEECH)).isEqualTo(50);
        }
    }

    /** Begins all calls on all servers before the first answer is looked at. */
    private static List<Outcome> inFlight(
            List<ServerProcess> servers, int callsEach, IntFunction<String> arguments, String tool) {
        List<Request> requests = new ArrayList<>();
        int number = 0;
        for (int call = 0; call < callsEach; call++) {
            for (ServerProcess server : servers) {
                requests.add(server.begin(tool, arguments.apply(number++)));
            }
        }
        return requests.stream()
                .map(request -> new Outcome(request.result().join()))
                .toList();
    }
}
