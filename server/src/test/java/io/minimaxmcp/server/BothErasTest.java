package io.minimaxmcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.server.mcp.Guides;
import io.minimaxmcp.server.mcp.Resources;
import io.minimaxmcp.server.transport.stdio.StdioLimits;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** One process that two clients of two eras could share: each answer is of the era of its question. */
class BothErasTest {
    private static final int MESSAGES = 10_000;

    /** Asked in turn; what begins with {@code !} is refused. */
    private static final List<String> METHODS = List.of(
            "tools/list", "tools/call", "resources/list", "prompts/list", "!nothing/known", "resources/templates/list");

    @Test
    void answersTenThousandMessagesEachInItsOwnForm() {
        try (StdioPeer peer = new StdioPeer(
                new FakeTools().toolbox(), new Resources(List.of(new Guides(Map.of()))), StdioLimits.DEFAULT)) {
            peer.initialize();
            CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> send(peer));

            Map<Integer, JsonNode> answers = new HashMap<>();
            for (int i = 0; i < MESSAGES; i++) {
                JsonNode answer = peer.next();
                answers.put(answer.path("id").asInt(), answer);
            }

            sent.join();
            assertThat(answers).hasSize(MESSAGES);
            answers.forEach(BothErasTest::assertForm);
        }
    }

    private static void send(StdioPeer peer) {
        for (int id = 1; id <= MESSAGES; id++) {
            String method = method(id).replace("!", "");
            String members = method.equals("tools/call") ? "'name':'echo','arguments':{'text':'" + id + "'}" : "";
            String rest = "'method':'" + method + "','params':{" + members + "}}";
            peer.send(
                    isStateless(id)
                            ? Stateless.request(id, method, members)
                            : "{'jsonrpc':'2.0','id':" + id + "," + rest);
        }
    }

    private static String method(int id) {
        return METHODS.get(id / 2 % METHODS.size());
    }

    private static boolean isStateless(int id) {
        return id % 2 == 0;
    }

    private static void assertForm(int id, JsonNode answer) {
        JsonNode result = answer.path("result");
        if (method(id).startsWith("!")) {
            assertThat(answer.at("/error/code").asInt()).isEqualTo(-32601);
            return;
        }
        assertThat(result.has("resultType")).as(answer.toString()).isEqualTo(isStateless(id));
        assertThat(result.path("_meta").has("io.modelcontextprotocol/serverInfo"))
                .isEqualTo(isStateless(id));
        assertThat(result.has("ttlMs")).isEqualTo(isStateless(id) && !method(id).equals("tools/call"));
        if (method(id).equals("tools/call")) {
            assertThat(result.at("/structuredContent/text").asText()).isEqualTo(Integer.toString(id));
        }
    }
}
