package io.minimaxmcp.server.mcp;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.tools.tool.Preview;
import io.minimaxmcp.tools.tool.ResourceLink;

/** The blocks that a result's {@code content} is made of. */
final class Content {
    private Content() {}

    static ObjectNode text(String text) {
        return block("text").put("text", text);
    }

    static ObjectNode image(Preview preview) {
        return block("image").put("data", preview.bytes()).put("mimeType", preview.mimeType());
    }

    static ObjectNode link(ResourceLink link) {
        ObjectNode block = block("resource_link").put("uri", link.uri()).put("name", link.name());
        if (link.title() != null) {
            block.put("title", link.title());
        }
        if (link.mimeType() != null) {
            block.put("mimeType", link.mimeType());
        }
        return link.bytes() == null ? block : block.put("size", link.bytes());
    }

    private static ObjectNode block(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }
}
