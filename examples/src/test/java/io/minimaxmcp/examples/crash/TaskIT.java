package io.minimaxmcp.examples.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.Json;
import io.minimaxmcp.tools.sandbox.Hold;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A video as a task: whoever has its id gets the result, though the process that began it is gone. */
class TaskIT {
    private static final String LOOKS = "/v1/query/video_generation";
    private static final int MOST_LOOKS = 600;

    @TempDir
    Path folder;

    @Test
    void isAnsweredByTheNextProcessWithWhatTheCallWouldHaveBeenAnswered() {
        try (Stage stage = Stage.quick(folder)) {
            ServerProcess first = stage.server(Map.of());
            Hold look = stage.hold(LOOKS, Hold.At.ANSWER);
            JsonNode begun = ask(first, "tools/call", video());
            Stage.await(look);
            JsonNode before = ask(first, "tasks/get", task(begun));
            first.kill();

            ServerProcess second = stage.server(Map.of());
            JsonNode done = awaitEnd(second, begun);
            JsonNode again = ask(second, "tasks/get", task(begun));
            JsonNode asked =
                    second.request("tools/call", getJob(begun)).result().join();

            assertThat(begun.path("resultType").asText()).isEqualTo("task");
            assertThat(before.path("status").asText()).isEqualTo("working");
            assertThat(done.path("status").asText()).isEqualTo("completed");
            assertThat(done.at("/result/structuredContent")).isEqualTo(asked.path("structuredContent"));
            assertThat(done.at("/result/structuredContent/artifacts")).hasSize(1);
            assertThat(again).isEqualTo(done);
            assertThat(stage.posts(Product.VIDEO)).isOne();
        }
    }

    @Test
    void saysOfACallThatFoundAnEarlierJobThatItDid() {
        try (Stage stage = Stage.quick(folder)) {
            ServerProcess server = stage.server(Map.of());
            Hold look = stage.hold(LOOKS, Hold.At.ANSWER);
            JsonNode first = ask(server, "tools/call", video());
            Stage.await(look);
            JsonNode second = ask(server, "tools/call", video());
            look.release();

            JsonNode ofFirst = awaitEnd(server, first);
            JsonNode ofSecond = ask(server, "tasks/get", task(second));

            assertThat(second.path("taskId").asText())
                    .startsWith(first.path("taskId").asText())
                    .isNotEqualTo(first.path("taskId").asText());
            assertThat(ofFirst.at("/result/structuredContent/deduplicated").asBoolean(true))
                    .isFalse();
            assertThat(ofSecond.at("/result/structuredContent/deduplicated").asBoolean())
                    .isTrue();
            assertThat(stage.posts(Product.VIDEO)).isOne();
        }
    }

    private static JsonNode awaitEnd(ServerProcess server, JsonNode begun) {
        JsonNode task = ask(server, "tasks/get", task(begun));
        // Each answer is waited for, and nothing else: as often as a client asks that cannot wait.
        for (int i = 0; i < MOST_LOOKS && task.path("status").asText().equals("working"); i++) {
            ask(server, "tools/call", waiting(begun));
            task = ask(server, "tasks/get", task(begun));
        }
        return task;
    }

    private static JsonNode ask(ServerProcess server, String method, ObjectNode params) {
        ObjectNode meta = params.putObject("_meta");
        meta.put("io.modelcontextprotocol/protocolVersion", "2026-07-28");
        meta.putObject("io.modelcontextprotocol/clientCapabilities")
                .putObject("extensions")
                .putObject("io.modelcontextprotocol/tasks");
        return server.request(method, params).result().join();
    }

    private static ObjectNode video() {
        ObjectNode params = Json.MAPPER.createObjectNode().put("name", "generate_video");
        params.putObject("arguments").put("prompt", "Waves below a lighthouse").put("model", "MiniMax-Hailuo-2.3");
        return params;
    }

    private static ObjectNode task(JsonNode begun) {
        return Json.MAPPER.createObjectNode().put("taskId", begun.path("taskId").asText());
    }

    private static ObjectNode getJob(JsonNode begun) {
        ObjectNode params = Json.MAPPER.createObjectNode().put("name", "get_job");
        params.putObject("arguments").put("job_id", begun.path("taskId").asText());
        return params;
    }

    private static ObjectNode waiting(JsonNode begun) {
        ObjectNode params = getJob(begun);
        params.withObject("/arguments").put("wait_seconds", 1);
        return params;
    }
}
