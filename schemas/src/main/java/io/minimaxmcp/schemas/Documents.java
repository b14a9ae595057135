package io.minimaxmcp.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Map.Entry;

/**
 * Reads the JSON documents beside this class and writes shared fragments out in place.
 *
 * <p>{@code "$ref": "shared/x.json"} stands for the members of that fragment, at that place; members written beside it
 * are added, and win where both name the same.
 */
final class Documents {

    private static final String REF = "$ref";

    private final Map<String, ObjectNode> fragments = new HashMap<>();

    ObjectNode read(String file) {
        return (ObjectNode) inlined(parse(file));
    }

    /** The document as it stands, references and all. */
    static ObjectNode parse(String file) {
        try (InputStream in = Documents.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("Document missing: schemas/" + file);
            }
            if (JsonTree.read(in) instanceof ObjectNode document) {
                return document;
            }
            throw new IllegalStateException("Not a JSON object: schemas/" + file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read schemas/" + file + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private JsonNode inlined(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return inlinedObject(object);
        }
        if (node instanceof ArrayNode array) {
            ArrayNode written = array.arrayNode(array.size());
            array.forEach(item -> written.add(inlined(item)));
            return written;
        }
        return node;
    }

    private ObjectNode inlinedObject(ObjectNode object) {
        ObjectNode written = object.objectNode();
        for (Entry<String, JsonNode> member : object.properties()) {
            if (member.getKey().equals(REF)) {
                merge(written, fragment(member.getValue().asText()));
            } else {
                put(written, member.getKey(), inlined(member.getValue()));
            }
        }
        return written;
    }

    private ObjectNode fragment(String file) {
        ObjectNode known = fragments.get(file);
        if (known == null) {
            known = read(file);
            fragments.put(file, known);
        }
        return known.deepCopy();
    }

    private static void merge(ObjectNode into, ObjectNode from) {
        from.properties().forEach(member -> put(into, member.getKey(), member.getValue()));
    }

    private static void put(ObjectNode into, String name, JsonNode value) {
        if (into.get(name) instanceof ObjectNode present && value instanceof ObjectNode added) {
            merge(present, added);
        } else {
            into.set(name, value);
        }
    }
}
