package io.minimaxmcp.server.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.PromptDefinition;
import io.minimaxmcp.server.rpc.RpcException;
import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.tool.Tenant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** {@code completion/complete}: what a person may go on typing, for ids in resource templates and arguments of prompts. */
public final class Completions {
    private static final int MOST_VALUES = 100;

    private final Resources resources;
    private final Prompts prompts;
    private final ValueSource values;

    /** Where values for arguments of prompts come from. */
    @FunctionalInterface
    public interface ValueSource {
        /** All values of this source that the tenant may use; none where nobody knows it. */
        CompletionStage<List<String>> values(Tenant tenant, String source);
    }

    public Completions(Resources resources, Prompts prompts, ValueSource values) {
        this.resources = resources;
        this.prompts = prompts;
        this.values = values;
    }

    /** {@code {"completion": {"values": […], "total": …, "hasMore": …}}}; throws {@link RpcException} where nothing can be completed. */
    public CompletionStage<ObjectNode> complete(ObjectNode params, Tenant tenant) {
        JsonNode reference = params.path("ref");
        JsonNode argument = params.path("argument");
        String name = Params.text(argument, "name");
        if (!argument.path("value").isTextual()) {
            throw RpcException.invalidParams("argument.value must be a text");
        }
        String begun = argument.path("value").textValue();
        return switch (reference.path("type").asText()) {
            case "ref/resource" -> ofTemplate(tenant, Params.text(reference, "uri"), begun);
            case "ref/prompt" -> ofPrompt(tenant, Params.text(reference, "name"), name, begun);
            default -> throw RpcException.invalidParams("ref is to a prompt or to a resource template");
        };
    }

    private CompletionStage<ObjectNode> ofTemplate(Tenant tenant, String template, String begun) {
        return resources
                .complete(tenant, template, begun)
                .orElseThrow(() -> RpcException.invalidParams("Unknown template: " + template))
                .thenApply(known -> answer(known, false));
    }

    private CompletionStage<ObjectNode> ofPrompt(Tenant tenant, String name, String argument, String begun) {
        PromptDefinition prompt =
                prompts.find(name).orElseThrow(() -> RpcException.invalidParams("Unknown prompt: " + name));
        if (!prompt.arguments().contains(argument)) {
            throw RpcException.invalidParams("Unknown argument; there are " + prompt.arguments());
        }
        String source = prompt.completions().get(argument);
        CompletionStage<List<String>> all = source == null ? Stages.of(List.of()) : values.values(tenant, source);
        return all.thenApply(known -> answer(likely(known, begun), true));
    }

    /** What begins so, then what holds it anywhere. */
    private static List<String> likely(List<String> known, String begun) {
        String wanted = begun.toLowerCase(Locale.ROOT);
        Stream<String> first =
                known.stream().filter(value -> value.toLowerCase(Locale.ROOT).startsWith(wanted));
        Stream<String> then =
                known.stream().filter(value -> value.toLowerCase(Locale.ROOT).contains(wanted));
        return Stream.concat(first, then).distinct().toList();
    }

    /**
     * @param all whether there are no others
     */
    private static ObjectNode answer(List<String> values, boolean all) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ObjectNode completion = answer.putObject("completion");
        if (all) {
            completion.put("total", values.size());
        }
        completion.put("hasMore", values.size() > MOST_VALUES);
        values.stream().limit(MOST_VALUES).forEach(completion.putArray("values")::add);
        return answer;
    }
}
