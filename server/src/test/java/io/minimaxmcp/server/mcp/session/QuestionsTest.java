package io.minimaxmcp.server.mcp.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.minimaxmcp.server.rpc.Incoming.Response;
import io.minimaxmcp.server.rpc.Wire;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** What becomes of questions to a client. */
class QuestionsTest {
    private final ObjectNode nothing = JsonNodeFactory.instance.objectNode();
    private final List<JsonNode> sent = new CopyOnWriteArrayList<>();
    private final Questions questions = new Questions();

    @Test
    void handsTheAnswerToWhoeverAsked() {
        CompletableFuture<JsonNode> first = ask(wire(true), Duration.ofMinutes(1));
        CompletableFuture<JsonNode> second = ask(wire(true), Duration.ofMinutes(1));

        questions.answer(new Response(sent.get(1).path("id"), TextNode.valueOf("b"), null));
        questions.answer(new Response(sent.get(0).path("id"), TextNode.valueOf("a"), null));

        assertThat(List.of(first.join().asText(), second.join().asText())).containsExactly("a", "b");
    }

    @Test
    void takesAQuestionBackThatWasNotAnsweredInTime() {
        CompletableFuture<JsonNode> answer = ask(wire(true), Duration.ofMillis(1));

        assertThatThrownBy(answer::join).hasCauseInstanceOf(TimeoutException.class);
        assertThat(sent.get(1).path("method").asText()).isEqualTo("notifications/cancelled");
        assertThat(sent.get(1).at("/params/requestId")).isEqualTo(sent.get(0).path("id"));
    }

    @Test
    void takesNothingBackFromAClientThatIsNotThere() {
        CompletableFuture<JsonNode> answer = ask(wire(false), Duration.ofMinutes(1));

        assertThat(answer).isCompletedExceptionally();
        assertThat(sent).hasSize(1);
    }

    private CompletableFuture<JsonNode> ask(Wire wire, Duration patience) {
        return questions.ask(wire, "roots/list", nothing, patience).toCompletableFuture();
    }

    private Wire wire(boolean someoneIsThere) {
        return new Wire() {
            @Override
            public boolean send(JsonNode message) {
                sent.add(message);
                return someoneIsThere;
            }

            @Override
            public boolean sendIfRoom(JsonNode message) {
                return send(message);
            }
        };
    }
}
