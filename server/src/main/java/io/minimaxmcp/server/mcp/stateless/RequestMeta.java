package io.minimaxmcp.server.mcp.stateless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.server.mcp.Era;
import io.minimaxmcp.server.rpc.MessageReader;
import io.minimaxmcp.server.rpc.RpcError;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a request says of itself in {@code _meta} (Overview, "Per-request protocol fields").
 *
 * @param version the revision that it speaks
 * @param progressToken under which it wants to be told of progress; null where it does not
 */
public record RequestMeta(
        String version,
        ClientCapabilities capabilities,
        @Nullable JsonNode progressToken) {
    private static final String CAPABILITIES = "io.modelcontextprotocol/clientCapabilities";

    /** Why a request with these params cannot be read at all; over HTTP the status is 400 then, whatever it asks for. */
    public static Optional<RpcError> problem(ObjectNode params) {
        JsonNode meta = params.path("_meta");
        if (!meta.path(Era.VERSION).isTextual()) {
            return invalid("_meta must say the revision as " + Era.VERSION);
        }
        return meta.path(CAPABILITIES).isObject()
                ? Optional.empty()
                : invalid("_meta must say what the client can do as " + CAPABILITIES);
    }

    /** The revision that the params speak; empty where they do not say. */
    public static Optional<String> version(ObjectNode params) {
        return Optional.ofNullable(params.path("_meta").path(Era.VERSION).textValue());
    }

    /** Reads params that have no {@link #problem}. */
    static RequestMeta of(ObjectNode params) {
        JsonNode meta = params.path("_meta");
        return new RequestMeta(
                meta.path(Era.VERSION).textValue(),
                new ClientCapabilities(meta.path(CAPABILITIES)),
                MessageReader.id(meta.get("progressToken")));
    }

    private static Optional<RpcError> invalid(String words) {
        return Optional.of(RpcError.of(RpcError.INVALID_PARAMS, words));
    }
}
