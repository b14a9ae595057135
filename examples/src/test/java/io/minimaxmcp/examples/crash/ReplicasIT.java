package io.minimaxmcp.examples.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Four replicas on one PostgreSQL: one request for one wish, one budget, and as much under way as one account may have. */
class ReplicasIT {
    private static final int REPLICAS = 4;
    private static final String H3 = "/v2/video_generation";

    @TempDir
    Path folder;

    @Test
    void aThousandEqualCallsAreOneRequestAndSixtyFourCallsKeepToTheBudget() {
        try (SharedDatabase database = SharedDatabase.in(folder);
                Stage stage = Stage.quick(folder)) {
            Map<String, String> settings =
                    database.settings(Map.of("MINIMAX_MCP_BUDGET_USD", "5.00", "MINIMAX_MCP_RESULT_MODE", "url"));
            List<ServerProcess> replicas = stage.servers(REPLICAS, settings);

            List<Outcome> equal = calls(replicas, 1_000, "generate_image", call -> "{'prompt':'a lighthouse'}");
            List<Outcome> dear = calls(
                    replicas,
                    64,
                    "generate_video",
                    call -> Product.VIDEO.asking("lighthouse number " + call).replace("}", ",'wait_seconds':0}"));

            assertThat(stage.posts(Product.IMAGE)).isOne();
            assertThat(equal.stream().map(Outcome::jobId))
                    .hasSize(1_000)
                    .containsOnly(equal.get(0).jobId());
            assertThat(dear.stream().filter(Outcome::isError))
                    .hasSize(64 - 17)
                    .allMatch(refused -> refused.code().equals("BUDGET"));
            long accepted = dear.stream().filter(call -> !call.isError()).count();
            dear.stream()
                    .filter(call -> !call.isError())
                    .forEach(call -> assertThat(
                                    replicas.get(0).await(call.jobId()).status())
                            .isEqualTo("succeeded"));
            assertThat(accepted).isEqualTo(17);
            assertThat(stage.posts(Product.VIDEO)).isEqualTo(accepted);
        }
    }

    /** MiniMax refuses the 31st task. Each replica alone has fewer under way. */
    @Test
    void noTaskIsSentThatMiniMaxWouldRefuseBecauseThirtyAreUnderWay() {
        try (SharedDatabase database = SharedDatabase.in(folder);
                Stage stage = Stage.taking(Duration.ofSeconds(3), folder)) {
            List<ServerProcess> replicas =
                    stage.servers(REPLICAS, database.settings(Map.of("MINIMAX_MCP_RESULT_MODE", "url")));

            List<Outcome> videos = calls(
                    replicas, 64, "generate_video", call -> "{'prompt':'boat " + call + "','model':'MiniMax-H3'}");

            assertThat(videos).extracting(Outcome::status).containsOnly("succeeded");
            assertThat(stage.minimax().taken(H3)).isEqualTo(64);
            assertThat(stage.minimax().requests().count("POST", H3)).isEqualTo(64);
        }
    }

    private static List<Outcome> calls(
            List<ServerProcess> replicas, int count, String tool, IntFunction<String> arguments) {
        return IntStream.range(0, count)
                .mapToObj(call -> replicas.get(call % REPLICAS).begin(tool, arguments.apply(call)))
                .toList()
                .stream()
                .map(request -> new Outcome(request.result().join()))
                .toList();
    }
}
