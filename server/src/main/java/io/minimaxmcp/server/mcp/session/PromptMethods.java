package io.minimaxmcp.server.mcp.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.server.mcp.Params;
import io.minimaxmcp.server.mcp.Prompts;
import io.minimaxmcp.tools.tool.Stages;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** {@code prompts/list} and {@code prompts/get}. */
record PromptMethods(Prompts prompts) {

    Map<String, Method> all() {
        return Map.of(
                "prompts/list",
                (params, caller) -> list(params),
                "prompts/get",
                (params, caller) -> Stages.of(prompts.get(params)));
    }

    private CompletionStage<ObjectNode> list(ObjectNode params) {
        return Params.onePage(params).thenApply(ok -> prompts.list());
    }
}
