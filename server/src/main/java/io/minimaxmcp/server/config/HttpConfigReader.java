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

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads what only HTTP needs. */
final class HttpConfigReader {
    private static final int SHORTEST_SECRET = 32;
    private static final int HOUR = 60;

    private final Values values;

    HttpConfigReader(Values values) {
        this.values = values;
    }

    HttpConfig read() {
        return new HttpConfig(
                url(PUBLIC_URL),
                values.parsed(LINK_SECRET, HttpConfigReader::secret),
                Duration.ofMinutes(values.number(LINK_MINUTES, 1, 7 * 24 * HOUR).orElse(HOUR)),
                values.number(METRICS_PORT, 0, 65_535),
                oauth(),
                values.yes(REQUEST_LOG));
    }

    private Optional<OauthConfig> oauth() {
        Optional<URI> issuer = url(OAUTH_ISSUER);
        Optional<URI> keys = url(OAUTH_JWKS_URL);
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

    private static String secret(String text) {
        if (text.length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException();
        }
        return text;
    }
}
