package io.minimaxmcp.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map.Entry;

/** What happens to a call's arguments before they are bound: nulls go, defaults come. */
final class Arguments {
    private Arguments() {}

    static ObjectNode withoutNulls(ObjectNode arguments) {
        ObjectNode copy = arguments.deepCopy();
        dropNulls(copy);
        return copy;
    }

    private static void dropNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.removeIf(JsonNode::isNull);
        }
        node.forEach(Arguments::dropNulls);
    }

    static void fill(ObjectNode object, JsonNode schema) {
        for (Entry<String, JsonNode> property : schema.path("properties").properties()) {
            JsonNode preset = property.getValue().get("default");
            if (preset != null && !object.has(property.getKey())) {
                object.set(property.getKey(), preset.deepCopy());
            }
            fillInside(object.path(property.getKey()), property.getValue());
        }
    }

    private static void fillInside(JsonNode value, JsonNode schema) {
        if (value instanceof ObjectNode object) {
            fill(object, schema);
        } else if (value instanceof ArrayNode array) {
            array.forEach(item -> fillInside(item, schema.path("items")));
        }
    }
}
