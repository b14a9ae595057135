package io.minimaxmcp.tools.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.minimaxmcp.tools.media.MediaBodies;
import io.minimaxmcp.tools.upstream.Endpoint;

/** Shows a paid request as it would be sent, with media, signed links and long texts shortened. */
final class DryRun {
    private static final int LONGEST = 300;

    private DryRun() {}

    static JobView.Request request(Endpoint endpoint, ObjectNode body) {
        ObjectNode shown = MediaBodies.shorten(body);
        shorten(shown);
        return new JobView.Request(endpoint.method().name(), endpoint.path(), shown);
    }

    private static void shorten(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> field.setValue(shortened(field.getValue())));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, shortened(array.get(i)));
            }
        }
    }

    private static JsonNode shortened(JsonNode node) {
        shorten(node);
        return node.isTextual() ? TextNode.valueOf(cut(withoutSignature(node.textValue()))) : node;
    }

    /** What follows the question mark of a link often lets its bearer in. */
    private static String withoutSignature(String text) {
        boolean isLink = text.startsWith("https://") || text.startsWith("http://");
        int query = text.indexOf('?');
        return isLink && query >= 0 ? text.substring(0, query) + "?…" : text;
    }

    /** The caller has the whole text already. */
    private static String cut(String text) {
        int length = text.codePointCount(0, text.length());
        return length <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "… (" + length + " characters in all)";
    }
}
