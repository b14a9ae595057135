package io.minimaxmcp.server.transport.http;

import io.minimaxmcp.server.mcp.stateless.RequestMeta;
import io.minimaxmcp.server.rpc.Incoming.Request;
import io.minimaxmcp.server.rpc.RpcError;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares headers with the message under them, so that a proxy that acts on the one and we, who act on the other, see the
 * same request (Streamable HTTP, "Server Validation").
 */
final class RequestHeaders {
    static final String METHOD = "Mcp-Method";
    static final String NAME = "Mcp-Name";
    private static final String ENCODED = "=?base64?";
    private static final String ENCODED_END = "?=";

    /** Which of its params {@code Mcp-Name} repeats, by method. */
    private static final Map<String, String> NAMES = Map.of(
            "tools/call", "name",
            "prompts/get", "name",
            "resources/read", "uri",
            "tasks/get", "taskId",
            "tasks/update", "taskId",
            "tasks/cancel", "taskId");

    private RequestHeaders() {}

    /**
     * What is wrong with the headers of a request, or with the revision that both name; empty where nothing is. Another
     * revision may want other headers, so it is looked at before them.
     */
    static Optional<RpcError> problem(Exchange exchange, Request request) {
        String version = RequestMeta.version(request.params()).orElse("");
        if (!says(exchange, Streamable.VERSION, version)) {
            return mismatch(Streamable.VERSION, "_meta");
        }
        return RequestMeta.unsupportedVersion(request.params()).or(() -> ofThisRevision(exchange, request));
    }

    private static Optional<RpcError> ofThisRevision(Exchange exchange, Request request) {
        if (!says(exchange, METHOD, request.method())) {
            return mismatch(METHOD, "method");
        }
        String member = NAMES.get(request.method());
        String name = member == null ? null : request.params().path(member).textValue();
        return name == null || saysEncoded(exchange, name) ? Optional.empty() : mismatch(NAME, "params." + member);
    }

    private static boolean says(Exchange exchange, String header, String expected) {
        return exchange.headers(header).equals(List.of(expected));
    }

    private static boolean saysEncoded(Exchange exchange, String expected) {
        List<String> values = exchange.headers(NAME);
        return values.size() == 1
                && decoded(values.get(0)).filter(expected::equals).isPresent();
    }

    /** A header's value, which is base64 where it would not fit into a header; empty where it says so and is not. */
    private static Optional<String> decoded(String value) {
        if (!value.startsWith(ENCODED) || !value.endsWith(ENCODED_END)) {
            return Optional.of(value);
        }
        String base64 = value.substring(ENCODED.length(), value.length() - ENCODED_END.length());
        try {
            return Optional.of(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Optional<RpcError> mismatch(String header, String member) {
        return Optional.of(RpcError.of(
                RpcError.HEADER_MISMATCH,
                "The header " + header + " must be there once and say what " + member + " says"));
    }
}
