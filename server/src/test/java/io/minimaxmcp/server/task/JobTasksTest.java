package io.minimaxmcp.server.task;

import static io.minimaxmcp.server.Stateless.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.schemas.Json;
import io.minimaxmcp.server.Application;
import io.minimaxmcp.server.Recording;
import io.minimaxmcp.server.Stateless;
import io.minimaxmcp.server.Stay;
import io.minimaxmcp.server.config.ConfigReader;
import io.minimaxmcp.server.transport.http.HttpLimits;
import io.minimaxmcp.server.transport.http.HttpServer;
import io.minimaxmcp.server.transport.http.HttpSettings;
import io.minimaxmcp.tools.media.ResultMode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Jobs of the ledger as tasks of two callers that know nothing of each other. */
class JobTasksTest {
    private static final String KNOWS_TASKS = "{'extensions':{'io.modelcontextprotocol/tasks':{}}}";
    private static final String ONE = "sk-api-the-key-of-one";
    private static final String OTHER = "sk-api-the-key-of-another";

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Recording recording = new Recording();
    private Application application;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        open();
    }

    private void open() throws IOException {
        Map<String, String> settings = Map.of(
                "HOME", folder.toString(),
                "MINIMAX_MCP_DATA_DIR", folder.resolve("data").toString(),
                "MINIMAX_MCP_OUTPUT_DIR", folder.resolve("output").toString(),
                "MINIMAX_MCP_BUDGET_MODE", "warn",
                "MINIMAX_MCP_PER_CALL_USD", "0.000001");
        application =
                new Application(new ConfigReader(Map.of(), settings, true).read(), Stay.FOR_A_CLIENT, ResultMode.URL);
        server = application.startHttp(new HttpSettings(
                "127.0.0.1", 0, Optional.empty(), List.of("127.0.0.1"), List.of(), HttpLimits.DEFAULT));
    }

    @AfterEach
    void end() {
        server.close();
        application.close();
    }

    @Test
    void areThereForWhoeverBeganThemAndForNobodyElse() throws Exception {
        JsonNode begun = ask(
                ONE,
                "tools/call",
                "generate_video",
                "'name':'generate_video','arguments':{'prompt':'Waves','wait_seconds':0}");
        String taskId = begun.at("/result/taskId").asText();

        JsonNode own = ask(ONE, "tasks/get", taskId, "'taskId':'" + taskId + "'");
        JsonNode stolen = ask(OTHER, "tasks/get", taskId, "'taskId':'" + taskId + "'");
        JsonNode stopped = ask(OTHER, "tasks/cancel", taskId, "'taskId':'" + taskId + "'");

        assertThat(begun.at("/result/resultType").asText()).isEqualTo("task");
        assertThat(own.at("/result/taskId").asText()).isEqualTo(taskId);
        assertThat(stolen.at("/error/code").asInt()).isEqualTo(-32602);
        assertThat(stopped.at("/error/code").asInt()).isEqualTo(-32602);
    }

    /** Each result of a task is, to the last member, what a client that waited was answered. */
    @Test
    void endAsTheirCallsWouldHaveEndedAlsoAfterARestart() throws Exception {
        JsonNode first = wait("Waves");
        JsonNode same = wait("Waves");
        JsonNode other = wait("Hills");
        String jobId = first.at("/structuredContent/job_id").asText();
        Map<String, JsonNode> answers = Map.of(jobId, first, jobId + "-again", same, jobId + "-other", other);

        assertThat(first.at("/content/0/text").asText()).startsWith("Warning: this order's ");
        assertThat(results(answers.keySet())).isEqualTo(answers);
        end();
        open();
        assertThat(results(answers.keySet())).isEqualTo(answers);
    }

    /** The result of a call in whose id the arguments have no say. */
    private JsonNode wait(String text) throws Exception {
        String call = "'name':'generate_speech','arguments':{'text':'" + text + "','request_id':'waves'}";
        return ask(ONE, "tools/call", "generate_speech", call, "{}").path("result");
    }

    private Map<String, JsonNode> results(Set<String> taskIds) throws Exception {
        Map<String, JsonNode> results = new HashMap<>();
        for (String taskId : taskIds) {
            JsonNode task = ask(ONE, "tasks/get", taskId, "'taskId':'" + taskId + "'");
            results.put(taskId, task.at("/result/result"));
        }
        return results;
    }

    @ParameterizedTest
    @CsvSource({"Waves, ", "Hills, -other"})
    void sayWhetherTheyAreOfAnEarlierCall(String prompt, String sign) throws Exception {
        String call = "'name':'generate_video','arguments':{'prompt':'%s','request_id':'waves','wait_seconds':0}";
        JsonNode first = ask(ONE, "tools/call", "generate_video", String.format(call, "Waves"));
        JsonNode next = ask(ONE, "tools/call", "generate_video", String.format(call, prompt));

        String expected = sign == null ? "-again" : sign;
        assertThat(next.at("/result/taskId").asText())
                .isEqualTo(first.at("/result/taskId").asText() + expected);
    }

    private JsonNode ask(String key, String method, String name, String members) throws Exception {
        return ask(key, method, name, members, KNOWS_TASKS);
    }

    private JsonNode ask(String key, String method, String name, String members, String capabilities) throws Exception {
        String body = request(1, method, members, capabilities).replace('\'', '"');
        HttpRequest post = HttpRequest.newBuilder(server.uri().resolve("/mcp"))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .header("X-MiniMax-Api-Key", key)
                .header("MCP-Protocol-Version", Stateless.DATE)
                .header("Mcp-Method", method)
                .header("Mcp-Name", name)
                .POST(BodyPublishers.ofString(body))
                .build();
        recording.asked(body);
        String answer = client.send(post, BodyHandlers.ofString()).body();
        String last = answer.substring(answer.lastIndexOf("{\"jsonrpc\""));
        recording.said(last);
        return Json.MAPPER.readTree(last);
    }
}
