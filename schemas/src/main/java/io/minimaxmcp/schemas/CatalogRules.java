package io.minimaxmcp.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a model catalogue must fulfil: its schema, one entry for each id, and defaults that exist and are offered. */
final class CatalogRules {
    private static final String SCHEMA = "catalog/models.schema.json";
    private static final Pattern MODEL_BY_INDEX = Pattern.compile("models\\[(\\d+)]");

    private CatalogRules() {}

    /** Every broken rule as a sentence; empty when the catalogue is sound. */
    static List<String> broken(ObjectNode catalog) {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        List<String> broken = new ArrayList<>();
        for (Violation violation :
                new CompiledSchema(registry, Documents.parse(SCHEMA)).check("the catalogue", catalog)) {
            String suggestion = violation.suggestion() == null ? "" : " " + violation.suggestion();
            broken.add(byId(violation.message() + suggestion, catalog));
        }
        return broken.isEmpty() ? brokenLinks(catalog) : broken;
    }

    /** People know models by their ids, not by their place in a merged list. */
    private static String byId(String sentence, ObjectNode catalog) {
        return MODEL_BY_INDEX.matcher(sentence).replaceAll(index -> {
            JsonNode id = catalog.path("models")
                    .path(Integer.parseInt(index.group(1)))
                    .path("id");
            return Matcher.quoteReplacement(id.isTextual() ? "models[" + id.textValue() + "]" : index.group());
        });
    }

    private static List<String> brokenLinks(ObjectNode catalog) {
        List<String> broken = new ArrayList<>();
        Map<String, JsonNode> byId = new HashMap<>();
        for (JsonNode model : catalog.path("models")) {
            if (byId.put(model.path("id").textValue(), model) != null) {
                broken.add("models holds " + model.path("id").textValue() + " twice.");
            }
        }
        for (Entry<String, JsonNode> capability : catalog.path("defaults").properties()) {
            for (Entry<String, JsonNode> mode : capability.getValue().properties()) {
                JsonNode model = byId.get(mode.getValue().textValue());
                if (model == null || !serves(model, capability.getKey(), mode.getKey())) {
                    broken.add("defaults." + capability.getKey() + "." + mode.getKey() + " is " + mode.getValue()
                            + ", which is no offered model of that mode.");
                }
            }
        }
        return broken;
    }

    private static boolean serves(JsonNode model, String capability, String mode) {
        boolean knowsMode = false;
        for (JsonNode known : model.path("modes")) {
            knowsMode |= known.path("mode").asText().equals(mode);
        }
        return knowsMode
                && model.path("offered").booleanValue()
                && model.path("capability").asText().equals(capability);
    }
}
