package io.minimaxmcp.tools.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.Json;
import org.jspecify.annotations.Nullable;

/** Builds a request body; what is null is left out, so that MiniMax's own defaults hold. */
public final class Body {
    private final ObjectNode fields = JsonNodeFactory.instance.objectNode();

    public Body with(String field, @Nullable Object value) {
        if (value != null) {
            fields.set(field, value instanceof JsonNode node ? node : Json.MAPPER.<JsonNode>valueToTree(value));
        }
        return this;
    }

    /** Nested; an empty object is left out. */
    public Body with(String field, Body nested) {
        if (!nested.fields.isEmpty()) {
            fields.set(field, nested.fields);
        }
        return this;
    }

    public ObjectNode json() {
        return fields;
    }
}
