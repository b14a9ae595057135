package io.minimaxmcp.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map.Entry;

/** Lays a user's catalogue over ours: objects are merged member by member, models by id, anything else is replaced. */
final class Overlay {
    private static final String MODELS = "models";

    private Overlay() {}

    static ObjectNode laidOver(ObjectNode base, ObjectNode user) {
        ObjectNode merged = base.deepCopy();
        for (Entry<String, JsonNode> member : user.properties()) {
            if (member.getKey().equals(MODELS)
                    && member.getValue() instanceof ArrayNode models
                    && merged.get(MODELS) instanceof ArrayNode present) {
                models.forEach(model -> addOrMerge(present, model));
            } else {
                put(merged, member.getKey(), member.getValue());
            }
        }
        return merged;
    }

    private static void addOrMerge(ArrayNode models, JsonNode added) {
        for (JsonNode model : models) {
            if (model instanceof ObjectNode present
                    && added instanceof ObjectNode changes
                    && present.path("id").equals(changes.path("id"))) {
                changes.properties().forEach(change -> put(present, change.getKey(), change.getValue()));
                return;
            }
        }
        models.add(added.deepCopy());
    }

    private static void put(ObjectNode into, String name, JsonNode value) {
        if (into.get(name) instanceof ObjectNode present && value instanceof ObjectNode changes) {
            changes.properties().forEach(change -> put(present, change.getKey(), change.getValue()));
        } else {
            into.set(name, value.deepCopy());
        }
    }
}
