package io.minimaxmcp.server.mcp.session;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.server.conformance.FixtureDocuments;
import io.minimaxmcp.server.rpc.RpcException;
import io.minimaxmcp.tools.tool.Stages;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** The prompts that the conformance suite reads, and their completion. */
record FixturePrompts(FixtureDocuments documents) {

    static Map<String, Method> all() {
        FixturePrompts prompts = new FixturePrompts(FixtureDocuments.prompts());
        return Map.of(
                "prompts/list", (params, caller) -> Stages.of(prompts.documents.list("prompts")),
                "prompts/get", (params, caller) -> prompts.get(params),
                "completion/complete", (params, caller) -> complete());
    }

    private CompletionStage<ObjectNode> get(ObjectNode params) {
        String name = params.path("name").asText();
        return Stages.of(documents
                .prompt(name, params.path("arguments"))
                .orElseThrow(() -> RpcException.invalidParams("Unknown prompt: " + name)));
    }

    private static CompletionStage<ObjectNode> complete() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putObject("completion").put("hasMore", false).putArray("values").add("paris");
        return Stages.of(answer);
    }
}
