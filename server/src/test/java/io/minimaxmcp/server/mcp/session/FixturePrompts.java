package io.minimaxmcp.server.mcp.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.Json;
import io.minimaxmcp.server.conformance.FixtureDocuments;
import io.minimaxmcp.server.rpc.RpcException;
import io.minimaxmcp.tools.tool.Stages;
import java.io.UncheckedIOException;
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

    private CompletionStage<JsonNode> get(ObjectNode params) {
        String name = params.path("name").asText();
        JsonNode entry = documents.named(name).orElseThrow(() -> RpcException.invalidParams("Unknown prompt: " + name));
        String messages = entry.path("messages").toString();
        for (Map.Entry<String, JsonNode> argument : params.path("arguments").properties()) {
            messages = messages.replace(
                    "{" + argument.getKey() + "}", argument.getValue().asText());
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        return Stages.of(answer.set("messages", parsed(messages)));
    }

    private static JsonNode parsed(String json) {
        try {
            return Json.MAPPER.readTree(json);
        } catch (JsonProcessingException bug) {
            throw new UncheckedIOException(bug);
        }
    }

    private static CompletionStage<ObjectNode> complete() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putObject("completion").put("hasMore", false).putArray("values").add("paris");
        return Stages.of(answer);
    }
}
