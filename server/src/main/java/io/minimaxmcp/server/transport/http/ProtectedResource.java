package io.minimaxmcp.server.transport.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.server.transport.http.Tokens.Verdict;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;

/**
 * How clients learn where to get tokens for this server (RFC 9728), and what they are told when theirs do not do (RFC 6750).
 *
 * @param resource where clients reach {@code /mcp}; known once the server listens
 * @param issuer the authorization server
 * @param scopes what a token must hold, all of it
 */
public record ProtectedResource(Supplier<URI> resource, URI issuer, List<String> scopes) {
    /** Where the document is; the resource's own path may follow. */
    static final String WELL_KNOWN = "/.well-known/oauth-protected-resource";

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    public ProtectedResource {
        scopes = List.copyOf(scopes);
    }

    /** The metadata document. */
    ObjectNode document() {
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put("resource", resource.get().toString());
        document.putArray("authorization_servers").add(issuer.toString());
        document.putArray("bearer_methods_supported").add("header");
        if (!scopes.isEmpty()) {
            scopes.forEach(document.putArray("scopes_supported")::add);
        }
        return document.put("resource_name", "minimax-mcp");
    }

    /** Whether the document is asked for by this path: for the whole server, or for {@code /mcp} as clients reach it. */
    boolean isAt(String path) {
        return path.equals(WELL_KNOWN)
                || path.equals(WELL_KNOWN + "/mcp")
                || path.equals(WELL_KNOWN + resource.get().getPath());
    }

    /** No token was shown. */
    public Verdict missing() {
        return new Verdict.Refused(
                UNAUTHORIZED, challenge(""), "Send a token of " + issuer + " as Authorization: Bearer …");
    }

    /**
     * The token is not good.
     *
     * @param why without quotation marks
     */
    public Verdict invalid(String why) {
        return new Verdict.Refused(
                UNAUTHORIZED,
                challenge("error=\"invalid_token\", error_description=\"" + why + "\", "),
                "The token does not let you in: " + why);
    }

    /** The token is good, but not for this. */
    public Verdict insufficient() {
        return new Verdict.Refused(
                FORBIDDEN,
                challenge("error=\"insufficient_scope\", "),
                "The token does not hold the scopes that it takes: " + String.join(" ", scopes));
    }

    private String challenge(String error) {
        String scope = scopes.isEmpty() ? "" : "scope=\"" + String.join(" ", scopes) + "\", ";
        return "Bearer " + error + scope + "resource_metadata=\"" + metadataUrl() + '"';
    }

    private URI metadataUrl() {
        URI at = resource.get();
        return at.resolve(WELL_KNOWN + at.getPath());
    }
}
