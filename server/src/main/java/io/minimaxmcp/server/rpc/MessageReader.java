package io.minimaxmcp.server.rpc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.JsonTree;
import io.minimaxmcp.server.rpc.Incoming.Batch;
import io.minimaxmcp.server.rpc.Incoming.Notification;
import io.minimaxmcp.server.rpc.Incoming.Request;
import io.minimaxmcp.server.rpc.Incoming.Response;
import io.minimaxmcp.server.rpc.Incoming.Unusable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the bytes of one message; whatever they are, an {@link Incoming} comes out. */
public final class MessageReader {
    /** Without a limit one line could ask for a hundred thousand answers. */
    private static final int MOST_AT_ONCE = 100;

    private MessageReader() {}

    public static Incoming read(byte[] bytes) {
        try {
            return classify(JsonTree.readBounded(bytes));
        } catch (JsonProcessingException malformed) {
            return unusable(null, RpcError.PARSE, "Not valid JSON" + place(malformed));
        }
    }

    private static String place(JsonProcessingException malformed) {
        return malformed.getLocation() == null
                ? ""
                : " at column " + malformed.getLocation().getColumnNr();
    }

    private static Incoming classify(JsonNode message) {
        if (message.isArray()) {
            return batch(message);
        }
        if (!message.isObject()) {
            return unusable(null, RpcError.INVALID_REQUEST, "A message is a JSON object");
        }
        JsonNode id = id(message.get("id"));
        if (message.has("id") && id == null) {
            return unusable(null, RpcError.INVALID_REQUEST, "id must be a string or an integer");
        }
        boolean answers = message.hasNonNull("result") || message.hasNonNull("error");
        if (!message.path("jsonrpc").asText().equals("2.0")) {
            return unusable(answers ? null : id, RpcError.INVALID_REQUEST, "jsonrpc must be \"2.0\"");
        }
        return message.has("method") ? call(id, message) : response(id, message);
    }

    private static Incoming batch(JsonNode messages) {
        if (messages.isEmpty() || messages.size() > MOST_AT_ONCE) {
            return unusable(
                    null, RpcError.INVALID_REQUEST, "A batch holds a message at least, and at most " + MOST_AT_ONCE);
        }
        List<Incoming> read = new ArrayList<>();
        messages.forEach(message -> read.add(
                message.isArray()
                        ? unusable(null, RpcError.INVALID_REQUEST, "A message is a JSON object")
                        : classify(message)));
        return new Batch(List.copyOf(read));
    }

    private static Incoming call(@Nullable JsonNode id, JsonNode message) {
        JsonNode method = message.path("method");
        if (!method.isTextual() || method.textValue().isEmpty()) {
            return unusable(id, RpcError.INVALID_REQUEST, "method must be a string");
        }
        JsonNode params = message.path("params");
        if (!params.isMissingNode() && !params.isNull() && !params.isObject()) {
            return unusable(id, RpcError.INVALID_PARAMS, "params must be an object");
        }
        ObjectNode given = params.isObject() ? (ObjectNode) params : JsonNodeFactory.instance.objectNode();
        return id == null ? new Notification(method.textValue(), given) : new Request(id, method.textValue(), given);
    }

    private static Incoming response(@Nullable JsonNode id, JsonNode message) {
        if (id != null && message.get("error") instanceof ObjectNode error) {
            int code = error.path("code").asInt();
            return new Response(
                    id, null, new RpcError(code, error.path("message").asText(), error.get("data")));
        }
        if (id != null && message.has("result")) {
            return new Response(id, message.get("result"), null);
        }
        // An answer that cannot be read must not be answered under its id: the peer may use that id itself.
        return unusable(message.has("error") ? null : id, RpcError.INVALID_REQUEST, "method is missing");
    }

    /** The id with one form for each value, or null when it is none that MCP allows. */
    public static @Nullable JsonNode id(@Nullable JsonNode id) {
        if (id != null && id.isIntegralNumber() && id.canConvertToLong()) {
            return LongNode.valueOf(id.longValue());
        }
        return id != null && id.isTextual() ? id : null;
    }

    private static Unusable unusable(@Nullable JsonNode id, int code, String message) {
        return new Unusable(id, RpcError.of(code, message));
    }
}
