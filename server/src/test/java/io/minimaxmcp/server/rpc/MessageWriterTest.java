package io.minimaxmcp.server.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.JsonTree;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MessageWriterTest {
    private static final int MOST = 200;

    @Test
    void answersWithAnErrorWhereTheAnswerCannotBeWritten() throws Exception {
        ObjectNode unwritable = answer();
        unwritable.putPOJO("result", new Object());

        JsonNode error = written(unwritable);

        assertThat(error.path("id").asInt()).isEqualTo(7);
        assertThat(error.at("/error/code").asInt()).isEqualTo(-32603);
    }

    @Test
    void answersWithAnErrorWhereTheAnswerIsTooLong() throws Exception {
        JsonNode error = written(answer().put("result", "x".repeat(MOST)));

        assertThat(error.path("id").asInt()).isEqualTo(7);
        assertThat(error.at("/error/message").asText()).isEqualTo("The answer would have more than 200 bytes");
    }

    @Test
    void answersEachOfABatch() throws Exception {
        JsonNode batch = JsonNodeFactory.instance.arrayNode().add(answer().put("result", "x".repeat(MOST)));

        assertThat(written(batch).at("/0/id").asInt()).isEqualTo(7);
        assertThat(written(batch).at("/0/error/code").asInt()).isEqualTo(-32603);
    }

    @Test
    void leavesOutNewsThatCannotBeWritten() {
        ObjectNode news = JsonNodeFactory.instance.objectNode().put("method", "notifications/x");
        news.putPOJO("params", new Object());

        assertThat(MessageWriter.bytes(news)).isNull();
    }

    private static ObjectNode answer() {
        return JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0").put("id", 7);
    }

    private static JsonNode written(JsonNode message) throws Exception {
        return JsonTree.read(Objects.requireNonNull(MessageWriter.bytes(message, MOST)));
    }
}
