package io.minimaxmcp.server.mcp.stateless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.server.mcp.Era;
import io.minimaxmcp.server.mcp.Revision;
import io.minimaxmcp.server.rpc.RpcError;
import java.util.Optional;

/** What a request says of itself in {@code _meta} (Overview, "Per-request protocol fields"). */
public record RequestMeta(ClientCapabilities capabilities) {
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

    /**
     * Why a request of a revision that is not spoken here is not answered. It lists what can be asked for in this era only:
     * for the others a client says {@code initialize}.
     */
    public static Optional<RpcError> unsupportedVersion(ObjectNode params) {
        String requested = version(params).orElse("");
        if (requested.equals(Revision.V2026_07_28.date())) {
            return Optional.empty();
        }
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("requested", requested);
        data.putArray("supported").add(Revision.V2026_07_28.date());
        return Optional.of(new RpcError(RpcError.UNSUPPORTED_VERSION, "Unsupported protocol version", data));
    }

    /** The revision that the params speak; empty where they do not say. */
    public static Optional<String> version(ObjectNode params) {
        return Optional.ofNullable(params.path("_meta").path(Era.VERSION).textValue());
    }

    /** Reads params that have no {@link #problem}. */
    static RequestMeta of(ObjectNode params) {
        JsonNode meta = params.path("_meta");
        return new RequestMeta(new ClientCapabilities(meta.path(CAPABILITIES)));
    }

    private static Optional<RpcError> invalid(String words) {
        return Optional.of(RpcError.of(RpcError.INVALID_PARAMS, words));
    }
}
