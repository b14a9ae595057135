package io.minimaxmcp.server.config;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * The settings that only {@code minimax-mcp http} looks at. Made by {@link HttpConfigReader} only.
 *
 * @param publicUrl where clients reach the server, when that is not where it listens
 * @param linkSecret what download links are signed with; empty for a key in the data folder
 * @param linkLife how long a download link holds
 * @param metrics where metrics are told; empty for nowhere
 * @param oauth who issues tokens to callers
 * @param requestLog whether each request is logged as a line of JSON
 */
public record HttpConfig(
        Optional<URI> publicUrl,
        Optional<String> linkSecret,
        Duration linkLife,
        Optional<InetSocketAddress> metrics,
        Optional<OauthConfig> oauth,
        boolean requestLog) {
    @Override
    public String toString() {
        return "HttpConfig";
    }
}
