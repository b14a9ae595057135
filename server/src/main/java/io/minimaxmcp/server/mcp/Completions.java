package io.minimaxmcp.server.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.server.rpc.RpcException;
import io.minimaxmcp.tools.tool.Tenant;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** {@code completion/complete}: what a person may go on typing. */
public final class Completions {
    private static final int MOST_VALUES = 100;

    private final Resources resources;

    public Completions(Resources resources) {
        this.resources = resources;
    }

    /** {@code {"completion": {"values": […], "hasMore": …}}}; throws {@link RpcException} where nothing can be completed. */
    public CompletionStage<ObjectNode> complete(ObjectNode params, Tenant tenant) {
        JsonNode reference = params.path("ref");
        String begun = params.path("argument").path("value").asText();
        if (!reference.path("type").asText().equals("ref/resource")) {
            throw RpcException.invalidParams("Only resource templates have completions");
        }
        String template = Params.text(reference, "uri");
        return resources
                .complete(tenant, template, begun)
                .orElseThrow(() -> RpcException.invalidParams("Unknown template: " + template))
                .thenApply(Completions::answer);
    }

    private static ObjectNode answer(List<String> values) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ObjectNode completion = answer.putObject("completion");
        completion.put("hasMore", values.size() > MOST_VALUES);
        values.stream().limit(MOST_VALUES).forEach(completion.putArray("values")::add);
        return answer;
    }
}
