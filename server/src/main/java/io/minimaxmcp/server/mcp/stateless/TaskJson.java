package io.minimaxmcp.server.mcp.stateless;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.server.mcp.TaskState;
import io.minimaxmcp.server.mcp.TaskState.Completed;
import io.minimaxmcp.server.mcp.TaskState.Failed;
import io.minimaxmcp.server.mcp.TaskState.InputRequired;
import io.minimaxmcp.server.mcp.TaskState.Outcome;
import io.minimaxmcp.server.mcp.TaskState.Working;
import java.time.temporal.ChronoUnit;

/** Writes tasks as the extension calls them. */
record TaskJson(Results results) {

    /** {@code CreateTaskResult}: instead of a call's own result. */
    ObjectNode created(TaskState task) {
        return task(task).put("resultType", "task");
    }

    /** {@code DetailedTask}: with what came of it. */
    ObjectNode detailed(TaskState task) {
        ObjectNode json = task(task);
        if (task.outcome() instanceof Completed completed) {
            json.set("result", results.finished(completed.result()));
        } else if (task.outcome() instanceof Failed failed) {
            json.set("error", failed.error().answer(null).get("error"));
        } else if (task.outcome() instanceof InputRequired waiting) {
            json.set("inputRequests", waiting.requests());
        }
        return json;
    }

    private static ObjectNode task(TaskState task) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("taskId", task.taskId())
                .put("status", status(task.outcome()))
                .put(
                        "createdAt",
                        task.createdAt().truncatedTo(ChronoUnit.MILLIS).toString())
                .put(
                        "lastUpdatedAt",
                        task.updatedAt().truncatedTo(ChronoUnit.MILLIS).toString())
                .put("ttlMs", task.kept() == null ? null : task.kept().toMillis())
                .put("pollIntervalMs", task.askAfter().toMillis());
        return task.message() == null ? json : json.put("statusMessage", task.message());
    }

    private static String status(Outcome outcome) {
        if (outcome instanceof Working) {
            return "working";
        } else if (outcome instanceof InputRequired) {
            return "input_required";
        } else if (outcome instanceof Completed) {
            return "completed";
        }
        return outcome instanceof Failed ? "failed" : "cancelled";
    }
}
