package io.minimaxmcp.server.mcp.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.server.mcp.Params;
import io.minimaxmcp.server.mcp.Patience;
import io.minimaxmcp.server.mcp.ToolCalls;
import io.minimaxmcp.tools.tool.CallContext;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** {@code tools/list} and {@code tools/call}. */
record ToolMethods(ToolCalls tools, Patience patience, Executor executor) {

    Map<String, Method> all() {
        return Map.of("tools/list", this::list, "tools/call", this::call);
    }

    private CompletionStage<JsonNode> list(ObjectNode params, Caller caller) {
        Session session = caller.session();
        ObjectNode news = JsonNodeFactory.instance.objectNode();
        return Params.onePage(params).thenApply(ok -> {
            session.subscriptions()
                    .addList(
                            "tools/list",
                            () -> List.of(tools.watchList(
                                    session.tenant(), () -> session.tell("notifications/tools/list_changed", news))));
            return tools.list(session.tenant());
        });
    }

    private CompletionStage<ObjectNode> call(ObjectNode params, Caller caller) {
        CallContext context = caller.context(params, patience.with(caller.clientName()), executor);
        return CompletableFuture.supplyAsync(
                        () -> tools.call(params, caller.session().revision(), context), tools.begins(params, executor))
                .thenCompose(Function.identity())
                .whenComplete((result, thrown) -> {
                    if (result != null && result.path("isError").asBoolean()) {
                        LoggingMethods.failed(caller, params.path("name").asText(), result);
                    }
                });
    }
}
