package io.minimaxmcp.server.mcp;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.Json;

/** What a resource holds when it is read. */
public sealed interface ResourceBody {

    static ResourceBody json(Object value) {
        return new Text("application/json", Json.MAPPER.valueToTree(value).toString());
    }

    static ResourceBody markdown(String text) {
        return new Text("text/markdown", text);
    }

    /** As one of the {@code contents} of {@code resources/read}. */
    ObjectNode of(String uri);

    record Text(String mimeType, String text) implements ResourceBody {
        @Override
        public ObjectNode of(String uri) {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("uri", uri)
                    .put("mimeType", mimeType)
                    .put("text", text);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // handed through once, never compared
    record Bytes(String mimeType, byte[] bytes) implements ResourceBody {
        @Override
        public ObjectNode of(String uri) {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("uri", uri)
                    .put("mimeType", mimeType)
                    .put("blob", bytes);
        }
    }
}
