package io.minimaxmcp.schemas;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;

/**
 * The validator's verdict on one member, without its words.
 *
 * @param at points to the member that is wrong, missing or unknown
 * @param field the same as people write it
 * @param value what is there; a missing node when nothing is
 * @param schema the schema object whose keyword says no; for a missing member the one it should follow
 * @param owner the schema of the object that holds the member
 */
record BrokenRule(String keyword, JsonPointer at, String field, JsonNode value, ObjectNode schema, ObjectNode owner) {

    static BrokenRule of(Error error, JsonNode instance, JsonNode document) {
        JsonPointer place = pointer(error.getInstanceLocation());
        ObjectNode schema = objectAt(
                document, pointer(error.getSchemaLocation().getFragment()).head());
        String member = error.getProperty();
        if (member == null) {
            return new BrokenRule(error.getKeyword(), place, path(place, instance), instance.at(place), schema, schema);
        }
        JsonPointer missing = place.appendProperty(member);
        ObjectNode expected =
                objectAt(schema.path("properties"), JsonPointer.empty().appendProperty(member));
        JsonNode value = instance.at(missing);
        return new BrokenRule(error.getKeyword(), missing, path(missing, instance), value, expected, schema);
    }

    /** For a number that no schema gets to see. */
    static BrokenRule absurd(JsonPointer at, JsonNode instance) {
        ObjectNode none = JsonNodeFactory.instance.objectNode();
        return new BrokenRule("maximum", at, path(at, instance), instance.at(at), none, none);
    }

    String name() {
        return at.last().getMatchingProperty();
    }

    boolean isNested() {
        return !at.head().matches();
    }

    /** The holder of the member as people write it; empty at the top. */
    String holder() {
        int end = field.endsWith("]") ? field.lastIndexOf('[') : field.lastIndexOf('.');
        return end < 0 ? "" : field.substring(0, end);
    }

    private static JsonPointer pointer(NodePath path) {
        JsonPointer pointer = JsonPointer.empty();
        for (int i = 0; i < path.getNameCount(); i++) {
            pointer = pointer.appendProperty(path.getName(i));
        }
        return pointer;
    }

    private static ObjectNode objectAt(JsonNode document, JsonPointer pointer) {
        return document.at(pointer) instanceof ObjectNode found ? found : JsonNodeFactory.instance.objectNode();
    }

    private static String path(JsonPointer pointer, JsonNode instance) {
        StringBuilder path = new StringBuilder();
        JsonNode node = instance;
        for (JsonPointer rest = pointer; !rest.matches(); rest = rest.tail()) {
            if (node.isArray()) {
                path.append('[').append(rest.getMatchingProperty()).append(']');
                node = node.path(rest.getMatchingIndex());
            } else {
                path.append(path.isEmpty() ? "" : ".").append(rest.getMatchingProperty());
                node = node.path(rest.getMatchingProperty());
            }
        }
        return path.toString();
    }

    boolean isMissing() {
        return value instanceof MissingNode;
    }
}
