package io.minimaxmcp.tools.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.minimaxmcp.tools.media.MediaBodies;
import io.minimaxmcp.tools.upstream.Endpoint;

/** Shows a paid request as it would be sent, with media and signed links shortened. */
final class DryRun {
    private DryRun() {}

    static JobView.Request request(Endpoint endpoint, ObjectNode body) {
        ObjectNode shown = MediaBodies.shorten(body);
        hideSignatures(shown);
        return new JobView.Request(endpoint.method().name(), endpoint.path(), shown);
    }

    /** What follows the question mark of a link often lets its bearer in. */
    private static void hideSignatures(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> field.setValue(withoutSignature(field.getValue())));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, withoutSignature(array.get(i)));
            }
        }
    }

    private static JsonNode withoutSignature(JsonNode node) {
        hideSignatures(node);
        String text = node.isTextual() ? node.textValue() : "";
        boolean isLink = text.startsWith("https://") || text.startsWith("http://");
        int query = text.indexOf('?');
        return isLink && query >= 0 ? TextNode.valueOf(text.substring(0, query) + "?…") : node;
    }
}
