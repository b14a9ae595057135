package io.minimaxmcp.tools.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The identity of what a call would make MiniMax do. It is taken from the worked-out request, in which input media stand as digests of
 * their bytes: so it does not matter in which order arguments came, where a file lay, or what the results are to be called.
 */
final class Fingerprint {
    private Fingerprint() {}

    static String of(Order order) {
        ArrayNode parts = JsonNodeFactory.instance
                .arrayNode()
                .add(order.tool())
                .add(order.source())
                .add(Objects.requireNonNullElse(order.model(), ""))
                .add(Objects.requireNonNullElse(order.voice(), ""))
                .add(sorted(order.request()));
        return digest(parts.toString());
    }

    /** The digest of a text, for things that must not be guessed or confused. */
    static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java has SHA-256", impossible);
        }
    }

    private static JsonNode sorted(JsonNode node) {
        if (node instanceof ObjectNode object) {
            var fields = new TreeMap<String, JsonNode>();
            object.properties().forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
            ObjectNode inOrder = JsonNodeFactory.instance.objectNode();
            fields.forEach(inOrder::set);
            return inOrder;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            array.forEach(item -> copy.add(sorted(item)));
            return copy;
        }
        return node;
    }
}
