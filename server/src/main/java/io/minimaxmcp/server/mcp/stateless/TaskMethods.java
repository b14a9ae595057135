package io.minimaxmcp.server.mcp.stateless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.server.mcp.Params;
import io.minimaxmcp.server.mcp.TaskState;
import io.minimaxmcp.server.mcp.Tasks;
import io.minimaxmcp.server.rpc.RpcException;
import java.util.concurrent.CompletionStage;

/** {@code tasks/get}, {@code tasks/update} and {@code tasks/cancel}, of the extension of that name. */
final class TaskMethods {
    static final String EXTENSION = "io.modelcontextprotocol/tasks";

    private final Tasks tasks;
    private final TaskJson json;

    TaskMethods(Tasks tasks, TaskJson json) {
        this.tasks = tasks;
        this.json = json;
    }

    CompletionStage<ObjectNode> get(Call call) {
        return find(call).thenApply(json::detailed);
    }

    CompletionStage<ObjectNode> update(Call call) {
        JsonNode answers = call.params().path("inputResponses");
        if (!answers.isObject()) {
            throw RpcException.invalidParams("inputResponses must be an object");
        }
        return find(call)
                .thenCompose(there -> tasks.update(call.tenant(), there.taskId(), (ObjectNode) answers))
                .thenApply(taken -> heard());
    }

    CompletionStage<ObjectNode> cancel(Call call) {
        return find(call)
                .thenCompose(there -> tasks.cancel(call.tenant(), there.taskId()))
                .thenApply(wished -> heard());
    }

    private CompletionStage<TaskState> find(Call call) {
        call.meta().capabilities().requireExtension(EXTENSION);
        String taskId = Params.text(call.params(), "taskId");
        return tasks.find(call.tenant(), taskId)
                .thenApply(found -> found.orElseThrow(() -> RpcException.invalidParams("Task not found")));
    }

    private static ObjectNode heard() {
        return JsonNodeFactory.instance.objectNode();
    }
}
