package io.minimaxmcp.schemas;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.List;
import java.util.Map.Entry;
import java.util.Optional;

/**
 * The validator's verdict on one member, without its words.
 *
 * @param at points to the member that is wrong, missing or unknown
 * @param field the same as people write it
 * @param value what is there; a missing node when nothing is
 * @param schema the schema object whose keyword says no; for a missing member the one it should follow
 * @param known the members that the holding object may have; empty unless one is missing or unknown
 * @param vacant those of them that it does not have
 * @param members the schemas of all of them
 */
record BrokenRule(
        String keyword,
        JsonPointer at,
        String field,
        JsonNode value,
        ObjectNode schema,
        List<String> known,
        List<String> vacant,
        JsonNode members) {

    static BrokenRule of(Error error, JsonNode instance, JsonNode document) {
        JsonPointer place = pointer(error.getInstanceLocation());
        ObjectNode schema = objectAt(
                document, pointer(error.getSchemaLocation().getFragment()).head());
        String member = error.getProperty();
        return member == null
                ? ofValue(error.getKeyword(), place, instance, schema)
                : ofMember(error.getKeyword(), place, member, instance, schema.path("properties"));
    }

    private static BrokenRule ofValue(String keyword, JsonPointer at, JsonNode instance, ObjectNode schema) {
        return new BrokenRule(
                keyword,
                at,
                path(at, instance),
                instance.at(at),
                schema,
                List.of(),
                List.of(),
                MissingNode.getInstance());
    }

    private static BrokenRule ofMember(
            String keyword, JsonPointer holder, String member, JsonNode instance, JsonNode properties) {
        JsonPointer at = holder.appendProperty(member);
        ObjectNode schema = objectAt(properties, JsonPointer.empty().appendProperty(member));
        List<String> known = properties.properties().stream().map(Entry::getKey).toList();
        List<String> vacant =
                known.stream().filter(name -> !instance.at(holder).has(name)).toList();
        return new BrokenRule(keyword, at, path(at, instance), instance.at(at), schema, known, vacant, properties);
    }

    /** For a number that no schema gets to see. */
    static BrokenRule absurd(JsonPointer at, JsonNode instance) {
        return ofValue("maximum", at, instance, JsonNodeFactory.instance.objectNode());
    }

    /** What an unknown member was meant to be: its value must be good for it. */
    Optional<String> meant() {
        List<String> fitting = vacant.stream()
                .filter(name -> Repair.fits(value, members.path(name)))
                .toList();
        return Synonyms.of(name(), fitting).or(() -> Nearest.to(name(), fitting));
    }

    String name() {
        return at.last().getMatchingProperty();
    }

    boolean isMissing() {
        return value instanceof MissingNode;
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
                path.append(path.isEmpty() ? "" : ".").append(Shown.name(rest.getMatchingProperty()));
                node = node.path(rest.getMatchingProperty());
            }
        }
        return path.toString();
    }
}
