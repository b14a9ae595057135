package io.minimaxmcp.schemas;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One change that makes arguments right: the member at {@code field} gets another value, or the same under another name.
 *
 * @param name the member's name from now on
 */
public record Correction(JsonPointer field, String name, JsonNode value) {
    /** Where the value stands once it is corrected. */
    JsonPointer corrected() {
        return field.head().appendProperty(name);
    }

    void applyTo(ObjectNode arguments) {
        JsonNode parent = arguments.at(field.head());
        if (parent instanceof ObjectNode object) {
            object.remove(field.last().getMatchingProperty());
            object.set(name, value);
        } else if (parent instanceof ArrayNode array) {
            array.set(field.last().getMatchingIndex(), value);
        }
    }
}
