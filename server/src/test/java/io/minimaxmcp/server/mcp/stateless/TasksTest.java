package io.minimaxmcp.server.mcp.stateless;

import static io.minimaxmcp.server.Stateless.call;
import static io.minimaxmcp.server.Stateless.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.minimaxmcp.server.FakeTasks;
import io.minimaxmcp.server.FakeTools;
import io.minimaxmcp.server.StdioPeer;
import io.minimaxmcp.server.mcp.Resources;
import io.minimaxmcp.server.mcp.TaskState;
import io.minimaxmcp.server.rpc.RpcError;
import io.minimaxmcp.server.transport.stdio.StdioLimits;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The extension for tasks, message by message. */
class TasksTest {
    private static final String WITH_TASKS = "{'extensions':{'io.modelcontextprotocol/tasks':{}}}";

    private final FakeTasks tasks = new FakeTasks();
    private final StdioPeer peer =
            new StdioPeer(new FakeTools().toolbox(), new Resources(List.of()), tasks, StdioLimits.DEFAULT);

    @AfterEach
    void end() {
        peer.close();
    }

    private JsonNode ask(int id, String method, String members) {
        peer.send(request(id, method, members, WITH_TASKS));
        return peer.next();
    }

    private JsonNode get(String taskId) {
        return ask(9, "tasks/get", "'taskId':'" + taskId + "'").path("result");
    }

    @Test
    void answersACallThatGoesOnWithItsTask() {
        JsonNode begun =
                ask(1, "tools/call", "'name':'echo','arguments':{'text':'t1'}").path("result");

        assertThat(begun.path("resultType").asText()).isEqualTo("task");
        assertThat(begun.path("taskId").asText()).isEqualTo("t1");
        assertThat(begun.path("status").asText()).isEqualTo("working");
        assertThat(begun.path("createdAt").asText()).isEqualTo("2026-11-01T12:00:00Z");
        assertThat(begun.path("ttlMs").asLong()).isEqualTo(30L * 24 * 60 * 60 * 1000);
        assertThat(begun.path("pollIntervalMs").asInt()).isEqualTo(5000);
        assertThat(begun.has("content")).isFalse();
    }

    @Test
    void answersAClientThatDoesNotKnowTasksAsBefore() {
        peer.send(call(1, "echo", "t1"));

        assertThat(peer.next().at("/result/resultType").asText()).isEqualTo("complete");
    }

    @Test
    void showsWhatBecameOfATaskInTheFormOfItsStatus() {
        var result = JsonNodeFactory.instance.objectNode();
        result.putArray("content").addObject().put("type", "text").put("text", "done");
        tasks.put("done", 1, new TaskState.Completed(result));
        tasks.put("broken", 1, new TaskState.Failed(RpcError.of(-32603, "Internal error")));
        tasks.put("asking", 1, new TaskState.InputRequired(JsonNodeFactory.instance.objectNode()));
        tasks.put("gone", 1, new TaskState.Cancelled());

        assertThat(get("done").path("status").asText()).isEqualTo("completed");
        assertThat(get("done").at("/result/content/0/text").asText()).isEqualTo("done");
        assertThat(get("done").at("/result/resultType").asText()).isEqualTo("complete");
        assertThat(get("broken").path("status").asText()).isEqualTo("failed");
        assertThat(get("broken").at("/error/code").asInt()).isEqualTo(-32603);
        assertThat(get("asking").path("status").asText()).isEqualTo("input_required");
        assertThat(get("asking").path("inputRequests").isObject()).isTrue();
        assertThat(get("gone").path("status").asText()).isEqualTo("cancelled");
        assertThat(get("gone").has("result")).isFalse();
    }

    @Test
    void takesUpdatesAndCancellationsWithoutAWord() {
        tasks.put("t1", 0, new TaskState.Working());

        JsonNode updated = ask(1, "tasks/update", "'taskId':'t1','inputResponses':{'q':{'action':'accept'}}");
        JsonNode cancelled = ask(2, "tasks/cancel", "'taskId':'t1'");

        assertThat(updated.at("/result/resultType").asText()).isEqualTo("complete");
        assertThat(cancelled.at("/result/resultType").asText()).isEqualTo("complete");
        assertThat(tasks.updates()).containsExactly("t1{\"q\":{\"action\":\"accept\"}}");
        assertThat(get("t1").path("status").asText()).isEqualTo("cancelled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasks/get", "tasks/update", "tasks/cancel"})
    void knowsNoTaskThatIsNotThereAndNoClientThatDoesNotSayItKnowsTasks(String method) {
        String members = "'taskId':'nothing','inputResponses':{}";

        JsonNode unknown = ask(1, method, members);
        peer.send(request(2, method, members));
        JsonNode undeclared = peer.next();

        assertThat(unknown.at("/error/code").asInt()).isEqualTo(-32602);
        assertThat(undeclared.at("/error/code").asInt()).isEqualTo(-32021);
        assertThat(undeclared.at("/error/data").toString())
                .isEqualTo("{\"requiredCapabilities\":{\"extensions\":{\"io.modelcontextprotocol/tasks\":{}}}}");
    }

    @Test
    void tellsWhoeverListensHowATaskStandsAndNeverGoesBack() {
        tasks.put("t1", 1, new TaskState.Working());
        peer.send(request(3, "subscriptions/listen", "'notifications':{'taskIds':['t1','nothing']}", WITH_TASKS));

        JsonNode acknowledged = peer.next();
        JsonNode first = peer.next();
        tasks.put("t1", 2, new TaskState.Completed(JsonNodeFactory.instance.objectNode()));
        JsonNode second = peer.next();
        tasks.put("t1", 1, new TaskState.Working());

        assertThat(acknowledged.at("/params/notifications").toString()).isEqualTo("{\"taskIds\":[\"t1\"]}");
        assertThat(first.path("method").asText()).isEqualTo("notifications/tasks");
        assertThat(first.at("/params/_meta/io.modelcontextprotocol~1subscriptionId")
                        .asInt())
                .isEqualTo(3);
        assertThat(first.at("/params/status").asText()).isEqualTo("working");
        assertThat(second.at("/params/status").asText()).isEqualTo("completed");
        assertThat(get("t1").path("status").asText()).isEqualTo("working");
    }

    @Test
    void letsNobodyListenToTasksWhoDoesNotSayItKnowsThem() {
        peer.send(request(3, "subscriptions/listen", "'notifications':{'taskIds':['t1']}"));

        assertThat(peer.next().at("/error/code").asInt()).isEqualTo(-32021);
    }
}
