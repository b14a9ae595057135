package io.minimaxmcp.server.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * Why a message is refused. For the protocol only: what a tool has to say about its failure is an ordinary result.
 *
 * @param message one sentence; never an exception's own words
 */
public record RpcError(int code, String message, @Nullable JsonNode data) {
    public static final int PARSE = -32700;
    public static final int INVALID_REQUEST = -32600;
    public static final int METHOD_NOT_FOUND = -32601;
    public static final int INVALID_PARAMS = -32602;
    public static final int INTERNAL = -32603;
    /** An HTTP header says something else than the message under it. */
    public static final int HEADER_MISMATCH = -32020;
    /** The client would have to be able to do what it does not say it can. */
    public static final int MISSING_CAPABILITY = -32021;
    /** The request speaks a revision that is not spoken here. */
    public static final int UNSUPPORTED_VERSION = -32022;

    /** What is answered to whoever still waits when the server ends. */
    public static final RpcError ENDING = of(
            INTERNAL, "This server ends before the answer; what the call began goes on: see list_jobs when it is back");

    public static final RpcError ID_IN_USE = of(INVALID_REQUEST, "A request with this id is still being answered");
    /** What is answered to a batch of a peer that may send none. */
    public static final RpcError NO_BATCHES =
            of(INVALID_REQUEST, "Revision 2025-03-26 alone has batches: send each message by itself");

    public static RpcError of(int code, String message) {
        return new RpcError(code, message, null);
    }

    /**
     * The whole answer to the request with this id. Where it is not known, none is said: the schemas of MCP know no id that
     * is null.
     */
    public ObjectNode answer(@Nullable JsonNode id) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0");
        if (id != null) {
            answer.set("id", id);
        }
        ObjectNode error = answer.putObject("error").put("code", code).put("message", message);
        if (data != null) {
            error.set("data", data);
        }
        return answer;
    }
}
