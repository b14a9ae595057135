package io.minimaxmcp.tools.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.minimaxmcp.tools.upstream.Endpoint;

/** Shows a paid request as it would be sent, with media and signed links shortened. */
final class DryRun {
    private static final String MEDIA = "$media";
    private static final int DIGITS_SHOWN = 12;

    private DryRun() {}

    static JobView.Request request(Endpoint endpoint, ObjectNode body) {
        return new JobView.Request(endpoint.method().name(), endpoint.path(), shortenedFields(body));
    }

    private static JsonNode shortened(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return object.has(MEDIA) ? TextNode.valueOf(placeholder(object)) : shortenedFields(object);
        }
        if (node instanceof ArrayNode array) {
            ArrayNode shown = JsonNodeFactory.instance.arrayNode();
            array.forEach(item -> shown.add(shortened(item)));
            return shown;
        }
        return node.isTextual() ? TextNode.valueOf(shortened(node.textValue())) : node;
    }

    private static ObjectNode shortenedFields(ObjectNode object) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(field -> shown.set(field.getKey(), shortened(field.getValue())));
        return shown;
    }

    private static String placeholder(ObjectNode media) {
        String sha256 = media.path(MEDIA).asText();
        return "<media sha256:" + sha256.substring(0, Math.min(DIGITS_SHOWN, sha256.length())) + "…>";
    }

    private static String shortened(String text) {
        if (text.startsWith("data:")) {
            int comma = text.indexOf(',');
            return comma < 0
                    ? "data:…"
                    : text.substring(0, comma + 1) + "…(" + (text.length() - comma - 1) + " characters)";
        }
        boolean isLink = text.startsWith("https://") || text.startsWith("http://");
        int query = text.indexOf('?');
        return isLink && query >= 0 ? text.substring(0, query) + "?…" : text;
    }
}
