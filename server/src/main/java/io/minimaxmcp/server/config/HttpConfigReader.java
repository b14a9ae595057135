package io.minimaxmcp.server.config;

import static io.minimaxmcp.server.config.Settings.LINK_MINUTES;
import static io.minimaxmcp.server.config.Settings.LINK_SECRET;
import static io.minimaxmcp.server.config.Settings.METRICS_PORT;
import static io.minimaxmcp.server.config.Settings.OAUTH_AUDIENCE;
import static io.minimaxmcp.server.config.Settings.OAUTH_ISSUER;
import static io.minimaxmcp.server.config.Settings.OAUTH_JWKS_URL;
import static io.minimaxmcp.server.config.Settings.OAUTH_SCOPES;
import static io.minimaxmcp.server.config.Settings.PUBLIC_URL;
import static io.minimaxmcp.server.config.Settings.REQUEST_LOG;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what only HTTP needs. */
final class HttpConfigReader {
    private static final int SHORTEST_SECRET = 32;
    private static final int HOUR = 60;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Values values;

    HttpConfigReader(Values values) {
        this.values = values;
    }

    HttpConfig read() {
        return new HttpConfig(
                url(PUBLIC_URL),
                values.parsed(LINK_SECRET, HttpConfigReader::secret),
                Duration.ofMinutes(values.number(LINK_MINUTES, 1, 7 * 24 * HOUR).orElse(HOUR)),
                values.parsed(METRICS_PORT, HttpConfigReader::address),
                oauth(),
                values.yes(REQUEST_LOG));
    }

    private Optional<OauthConfig> oauth() {
        Optional<URI> issuer = trusted(OAUTH_ISSUER);
        Optional<URI> keys = trusted(OAUTH_JWKS_URL);
        if (issuer.isPresent() != keys.isPresent()) {
            throw new BadSettingException(issuer.isPresent() ? OAUTH_JWKS_URL : OAUTH_ISSUER, "");
        }
        return issuer.map(who -> new OauthConfig(
                who,
                keys.orElseThrow(),
                values.text(OAUTH_AUDIENCE),
                values.list(OAUTH_SCOPES).orElse(List.of())));
    }

    private Optional<URI> url(Setting setting) {
        return values.parsed(setting, text -> {
            URI url = URI.create(text);
            boolean isHttp = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
            if (!isHttp || url.getHost() == null || url.getQuery() != null || url.getFragment() != null) {
                throw new IllegalArgumentException(text);
            }
            return url;
        });
    }

    /** Whoever could change what comes from there could let anybody in; on this machine nobody can. */
    private Optional<URI> trusted(Setting setting) {
        Optional<URI> url = url(setting);
        url.filter(given -> "http".equals(given.getScheme()) && !THIS_MACHINE.contains(given.getHost()))
                .ifPresent(insecure -> {
                    throw new BadSettingException(setting, insecure.toString());
                });
        return url;
    }

    /** A port of this machine alone, or an address with a port. */
    private static InetSocketAddress address(String text) {
        int colon = text.lastIndexOf(':');
        String host = colon < 0 ? "127.0.0.1" : text.substring(0, colon).replaceAll("^\\[|]$", "");
        if (host.isEmpty()) {
            throw new IllegalArgumentException(text);
        }
        return InetSocketAddress.createUnresolved(host, Integer.parseInt(text.substring(colon + 1)));
    }

    private static String secret(String text) {
        if (text.length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException();
        }
        return text;
    }
}
