package io.minimaxmcp.server.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.PromptDefinition;
import io.minimaxmcp.server.rpc.RpcException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code prompts/list} and {@code prompts/get}. The documents are read when they are first asked for. */
public final class Prompts {
    private final Supplier<List<PromptDefinition>> definitions;

    /**
     * @param definitions those that are offered; the same at every call
     */
    public Prompts(Supplier<List<PromptDefinition>> definitions) {
        this.definitions = definitions;
    }

    /** {@code {"prompts": […]}}. */
    public ObjectNode list() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode listed = answer.putArray("prompts");
        definitions.get().forEach(prompt -> listed.add(prompt.document()));
        return answer;
    }

    /** {@code {"description": …, "messages": […]}}; throws {@link RpcException} where the params are not right. */
    public ObjectNode get(ObjectNode params) {
        String name = Params.text(params, "name");
        PromptDefinition prompt = find(name).orElseThrow(() -> RpcException.invalidParams("Unknown prompt: " + name));
        String text = prompt.filled(values(prompt, params.path("arguments")));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("description", prompt.document().get("description"));
        ObjectNode message = answer.putArray("messages").addObject().put("role", "user");
        message.set("content", Content.text(text));
        return answer;
    }

    Optional<PromptDefinition> find(String name) {
        return definitions.get().stream()
                .filter(prompt -> prompt.name().equals(name))
                .findFirst();
    }

    private static Map<String, String> values(PromptDefinition prompt, JsonNode given) {
        Map<String, String> values = new HashMap<>();
        for (Map.Entry<String, JsonNode> argument : given.properties()) {
            if (!prompt.arguments().contains(argument.getKey())) {
                throw RpcException.invalidParams("Unknown argument; there are " + prompt.arguments());
            }
            if (!argument.getValue().isTextual()) {
                throw RpcException.invalidParams(argument.getKey() + " must be a text");
            }
            if (!argument.getValue().textValue().isBlank()) {
                values.put(argument.getKey(), argument.getValue().textValue());
            }
        }
        for (String argument : prompt.arguments()) {
            if (prompt.requires(argument) && !values.containsKey(argument)) {
                throw RpcException.invalidParams("The argument " + argument + " is missing");
            }
        }
        return values;
    }
}
