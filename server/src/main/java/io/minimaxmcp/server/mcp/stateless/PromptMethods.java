package io.minimaxmcp.server.mcp.stateless;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.server.mcp.Completions;
import io.minimaxmcp.server.mcp.Params;
import io.minimaxmcp.server.mcp.Prompts;
import io.minimaxmcp.tools.tool.Stages;
import java.util.concurrent.CompletionStage;

/** {@code prompts/list}, {@code prompts/get}, and {@code completion/complete} for them and for resource templates. */
record PromptMethods(Prompts prompts, Completions completions) {

    CompletionStage<ObjectNode> list(Call call) {
        return Params.onePage(call.params()).thenApply(ok -> prompts.list());
    }

    CompletionStage<ObjectNode> get(Call call) {
        return Stages.of(prompts.get(call.params()));
    }

    CompletionStage<ObjectNode> complete(Call call) {
        return completions.complete(call.params(), call.tenant());
    }
}
