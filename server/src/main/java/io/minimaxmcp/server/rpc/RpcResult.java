package io.minimaxmcp.server.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a request is answered with when it was right. */
public record RpcResult(JsonNode result) {
    /** The result of requests that have nothing to say but that they were heard. */
    public static RpcResult empty() {
        return new RpcResult(JsonNodeFactory.instance.objectNode());
    }

    /** The whole answer to the request with this id. */
    public ObjectNode answer(JsonNode id) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0");
        answer.set("id", id);
        return answer.set("result", result);
    }
}
