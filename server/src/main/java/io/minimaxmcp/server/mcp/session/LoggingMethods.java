package io.minimaxmcp.server.mcp.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.server.mcp.Params;
import io.minimaxmcp.server.mcp.ToolResults;
import io.minimaxmcp.server.rpc.RpcException;
import io.minimaxmcp.tools.tool.Stages;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * {@code logging/setLevel}. A client that has set a level is told of calls that failed, as a warning, and of nothing else:
 * what there is to know stands in results and progress. One that has not is told nothing.
 */
final class LoggingMethods {
    private LoggingMethods() {}

    static Map<String, Method> all() {
        return Map.of("logging/setLevel", LoggingMethods::setLevel);
    }

    /** Tells of a call that failed; the same data as in the result, without its text. */
    static void failed(Caller caller, String tool, ObjectNode result) {
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("tool", tool);
        JsonNode failure = result.path("_meta").path(ToolResults.ERROR_META);
        failure.properties().forEach(member -> data.set(member.getKey(), member.getValue()));
        caller.log(LogLevel.WARNING, "tools", data);
    }

    static ObjectNode message(LogLevel level, String logger, JsonNode data) {
        ObjectNode params = JsonNodeFactory.instance.objectNode();
        params.put("level", level.wireName()).put("logger", logger).set("data", data);
        return Session.message("notifications/message", params);
    }

    private static CompletionStage<ObjectNode> setLevel(ObjectNode params, Caller caller) {
        LogLevel level = LogLevel.named(Params.text(params, "level"))
                .orElseThrow(() -> RpcException.invalidParams("Unknown level"));
        caller.session().logFrom(level);
        return Stages.of(JsonNodeFactory.instance.objectNode());
    }
}
