package io.minimaxmcp.server.task;

import static io.minimaxmcp.server.Stateless.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.schemas.Json;
import io.minimaxmcp.server.Application;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs of the ledger as tasks of two callers that know nothing of each other. */
class JobTasksTest {
    private static final String KNOWS_TASKS = "{'extensions':{'io.modelcontextprotocol/tasks':{}}}";
    private static final String ONE = "sk-api-the-key-of-one";
    private static final String OTHER = "sk-api-the-key-of-another";

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private Application application;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        Map<String, String> settings = Map.of(
                "HOME", folder.toString(),
                "MINIMAX_MCP_DATA_DIR", folder.resolve("data").toString(),
                "MINIMAX_MCP_OUTPUT_DIR", folder.resolve("output").toString());
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
                "'name':'generate_video','arguments':{'prompt':'Waves','model':'MiniMax-Hailuo-2.3'}");
        String taskId = begun.at("/result/taskId").asText();

        JsonNode own = ask(ONE, "tasks/get", taskId, "'taskId':'" + taskId + "'");
        JsonNode stolen = ask(OTHER, "tasks/get", taskId, "'taskId':'" + taskId + "'");
        JsonNode stopped = ask(OTHER, "tasks/cancel", taskId, "'taskId':'" + taskId + "'");

        assertThat(begun.at("/result/resultType").asText()).isEqualTo("task");
        assertThat(own.at("/result/taskId").asText()).isEqualTo(taskId);
        assertThat(stolen.at("/error/code").asInt()).isEqualTo(-32602);
        assertThat(stopped.at("/error/code").asInt()).isEqualTo(-32602);
    }

    private JsonNode ask(String key, String method, String name, String members) throws Exception {
        String body = request(1, method, members, KNOWS_TASKS).replace('\'', '"');
        HttpRequest post = HttpRequest.newBuilder(server.uri().resolve("/mcp"))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .header("X-MiniMax-Api-Key", key)
                .header("MCP-Protocol-Version", Stateless.DATE)
                .header("Mcp-Method", method)
                .header("Mcp-Name", name)
                .POST(BodyPublishers.ofString(body))
                .build();
        String answer = client.send(post, BodyHandlers.ofString()).body();
        return Json.MAPPER.readTree(answer.substring(answer.lastIndexOf("{\"jsonrpc\"")));
    }
}
