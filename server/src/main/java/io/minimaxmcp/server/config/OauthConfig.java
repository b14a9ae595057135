package io.minimaxmcp.server.config;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Whose tokens let callers in.
 *
 * @param issuer the authorization server, as it stands in {@code iss}
 * @param keys where its public keys are (JWKS)
 * @param audience what must stand in {@code aud}; empty for this server's own address
 * @param scopes what a token must hold, all of it
 */
public record OauthConfig(URI issuer, URI keys, Optional<String> audience, List<String> scopes) {
    public OauthConfig {
        scopes = List.copyOf(scopes);
    }
}
