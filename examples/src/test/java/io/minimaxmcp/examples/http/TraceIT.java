package io.minimaxmcp.examples.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import io.minimaxmcp.schemas.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a call can be followed through the server, and what stays inside. */
class TraceIT {
    private static final String KEY = "sk-api-that-no-log-may-show";
    private static final String OUTER = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final String INNER = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final Queue<String> seen = new ConcurrentLinkedQueue<>();
    private HttpServer minimax;

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws IOException {
        minimax = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        minimax.createContext("/v1/image_generation", exchange -> {
            seen.add(String.valueOf(exchange.getRequestHeaders().getFirst("traceparent")));
            byte[] refusal =
                    "{\"base_resp\":{\"status_code\":1026,\"status_msg\":\"input new_sensitive\"}}".getBytes(UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, refusal.length);
            exchange.getResponseBody().write(refusal);
            exchange.close();
        });
        minimax.start();
    }

    @AfterEach
    void end() {
        minimax.stop(0);
    }

    @Test
    void passesTheTraceOnToMiniMaxAndLogsRequestsWithoutTheirWords() {
        Map<String, String> settings = Map.of(
                "MINIMAX_API_KEY",
                KEY,
                "MINIMAX_API_HOST",
                "http://127.0.0.1:" + minimax.getAddress().getPort(),
                "MINIMAX_MCP_REQUEST_LOG",
                "true");
        try (HttpProcess server = new HttpProcess(folder, settings)) {
            Guest guest = new Guest(server.uri(), Map.of("traceparent", OUTER));
            guest.call("generate_image", "{'prompt':'words of the header call'}");
            ObjectNode inner = Json.MAPPER.createObjectNode().put("name", "generate_image");
            inner.putObject("arguments").put("prompt", "words of the other call");
            inner.putObject("_meta").put("traceparent", INNER);
            guest.request("tools/call", inner);
            server.terminate();
            server.exit();

            assertThat(seen).containsExactly(OUTER, INNER);
            List<JsonNode> calls = server.said()
                    .lines()
                    .filter(line -> line.startsWith("{") && line.contains("tools/call"))
                    .map(Guest::json)
                    .toList();
            assertThat(calls).as(server.said()).hasSize(2).allSatisfy(line -> {
                assertThat(line.path("tool").asText()).isEqualTo("generate_image");
                assertThat(line.path("statusCode").asInt()).isEqualTo(200);
                assertThat(line.path("path").asText()).isEqualTo("/mcp");
                assertThat(line.path("tenant").asText()).isEqualTo("local");
                assertThat(line.path("bytes").asInt()).isPositive();
                assertThat(line.has("elapsedMs")).isTrue();
            });
            assertThat(calls)
                    .extracting(line -> line.path("traceparent").asText())
                    .containsExactly(OUTER, INNER);
            assertThat(server.said()).doesNotContain("words of").doesNotContain(KEY);
        }
    }
}
