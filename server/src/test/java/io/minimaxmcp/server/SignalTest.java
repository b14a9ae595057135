package io.minimaxmcp.server;

import static io.minimaxmcp.server.Stateless.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.schemas.Json;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The product over stdio, told to end by SIGTERM. */
class SignalTest {
    @TempDir
    Path folder;

    @Test
    void endsListeningWithItsResultAndTellsWhoeverWaits() throws Exception {
        try (ServerProcess server = ServerProcess.product(folder)) {
            server.send(request(1, "subscriptions/listen", "'notifications':{'toolsListChanged':true}"));
            server.next();
            String video = "'name':'generate_video','arguments':{'prompt':'Waves','wait_seconds':110}";
            server.send(request(2, "tools/call", video));
            JsonNode progress = Json.MAPPER.readTree(server.next());

            server.terminate();

            JsonNode closed = read(server);
            JsonNode refused = read(server);
            server.awaitExit();
            assertThat(progress.path("method").asText()).isEqualTo("notifications/progress");
            assertThat(closed.path("id").asInt()).isEqualTo(1);
            assertThat(closed.at("/result/resultType").asText()).isEqualTo("complete");
            assertThat(closed.at("/result/_meta/io.modelcontextprotocol~1subscriptionId")
                            .asInt())
                    .isEqualTo(1);
            assertThat(refused.path("id").asInt()).isEqualTo(2);
            assertThat(refused.at("/error/message").asText()).contains("list_jobs");
        }
    }

    /** The next answer; news of progress may come before it. */
    private static JsonNode read(ServerProcess server) throws Exception {
        JsonNode message = Json.MAPPER.readTree(server.next());
        while (message.has("method")) {
            message = Json.MAPPER.readTree(server.next());
        }
        return message;
    }
}
