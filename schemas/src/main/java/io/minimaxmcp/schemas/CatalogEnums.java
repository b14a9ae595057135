package io.minimaxmcp.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Which argument of a tool takes which values of the catalogue: what any offered model of the capability takes, in the
 * catalogue's order, numbers rising. What a single model refuses of it is for the capability to say.
 */
final class CatalogEnums {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ModelCatalog catalog;

    CatalogEnums(ModelCatalog catalog) {
        this.catalog = catalog;
    }

    /** The tool with its enums and defaults as this catalogue has them; the same one where it names no model. */
    ToolDefinition appliedTo(ToolDefinition tool) {
        JsonNode models = tool.inputSchema().path("properties").path("model").path("enum");
        return catalog.find(models.path(0).asText())
                .map(model -> patched(tool, model.capability()))
                .orElse(tool);
    }

    /** The tool without its list of models; the same one where it has none. */
    static ToolDefinition anyModel(ToolDefinition tool) {
        ObjectNode input = tool.inputSchema().deepCopy();
        if (input.at("/properties/model") instanceof ObjectNode model) {
            model.remove("enum");
        }
        return withInput(tool, input);
    }

    private static ToolDefinition withInput(ToolDefinition tool, ObjectNode input) {
        return new ToolDefinition(
                tool.name(), tool.title(), tool.description(), input, tool.outputSchema(), tool.annotations());
    }

    private ToolDefinition patched(ToolDefinition tool, String capability) {
        ObjectNode input = tool.inputSchema().deepCopy();
        patch(input, values(capability));
        if (input.at("/properties/model") instanceof ObjectNode model && model.has("default")) {
            catalog.defaults(capability).values().stream().findFirst().ifPresent(id -> model.put("default", id));
        }
        if (input.at("/properties/voice") instanceof ObjectNode voice && voice.has("default")) {
            voice.put("default", catalog.defaultVoice());
        }
        return withInput(tool, input);
    }

    private static void patch(JsonNode schema, Map<String, ArrayNode> values) {
        for (Entry<String, JsonNode> property : schema.path("properties").properties()) {
            ArrayNode allowed = values.get(property.getKey());
            if (allowed != null && property.getValue() instanceof ObjectNode owner && owner.has("enum")) {
                owner.set("enum", allowed.deepCopy());
            }
            patch(property.getValue(), values);
        }
    }

    /** The values by argument name. */
    private Map<String, ArrayNode> values(String capability) {
        List<Model> models = catalog.offered(capability);
        Map<String, ArrayNode> values = new HashMap<>();
        values.put("model", texts(models.stream().map(Model::id)));
        values.put("resolution", texts(combinations(models).map(Combination::resolution)));
        values.put("duration", numbers(combinations(models).map(Combination::durations)));
        values.put("aspect_ratio", texts(features(models, Features::aspectRatios)));
        values.put(
                "emotion",
                texts(Stream.concat(
                        features(models, Features::emotions), catalog.words().emotionAliases().keySet().stream())));
        values.put(
                "sample_rate",
                numbers(models.stream()
                        .map(Model::features)
                        .flatMap(features -> Stream.of(features.sampleRates(), features.opusSampleRates()))));
        values.put(
                "bitrate", numbers(models.stream().map(model -> model.features().bitrates())));
        values.put(
                capability.equals("speech") ? "output_format" : "format", texts(features(models, Features::formats)));
        return values;
    }

    private static Stream<Combination> combinations(List<Model> models) {
        return models.stream().flatMap(model -> model.modes().stream()).flatMap(mode -> mode.combinations().stream());
    }

    private static Stream<String> features(List<Model> models, Function<Features, List<String>> feature) {
        return models.stream().map(Model::features).map(feature).flatMap(List::stream);
    }

    private static ArrayNode texts(Stream<String> texts) {
        ArrayNode array = NODES.arrayNode();
        texts.distinct().forEach(array::add);
        return array;
    }

    private static ArrayNode numbers(Stream<? extends Collection<Integer>> numbers) {
        ArrayNode array = NODES.arrayNode();
        numbers.flatMap(Collection::stream).distinct().sorted().forEach(array::add);
        return array;
    }
}
