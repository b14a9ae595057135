package io.minimaxmcp.tools.upstream;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which hosts MiniMax is at.
 *
 * @param region which of the two regional hosts to use
 * @param explicit wins over the region; null when none is set
 */
public record Hosts(Region region, @Nullable URI explicit, URI global, URI mainland) {
    public static final Hosts DEFAULTS =
            new Hosts(Region.AUTO, null, URI.create("https://api.minimax.io"), URI.create("https://api.minimax.cn"));

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** One host and nothing else, as the sandbox and tests have it. */
    public static Hosts only(URI host) {
        return new Hosts(Region.AUTO, host, DEFAULTS.global, DEFAULTS.mainland);
    }

    /** Reads a host as people write it: with or without scheme, {@code /v1} or {@code /v2}, and a slash at the end. */
    public static URI parse(String text) {
        String trimmed = text.strip();
        String full = trimmed.contains("://") ? trimmed : "https://" + trimmed;
        String bare = full.replaceAll("/+$", "").replaceAll("/v[12]$", "").replaceAll("/+$", "");
        try {
            URI uri = new URI(bare);
            if (uri.getHost() == null
                    || !uri.getRawPath().isEmpty()
                    || uri.getQuery() != null
                    || uri.getUserInfo() != null) {
                throw new IllegalArgumentException("'" + text + "' is not a host such as https://api.minimax.io");
            }
            if (!"https".equals(uri.getScheme()) && !isLoopbackHttp(uri)) {
                throw new IllegalArgumentException("'" + text + "' must be https: the key travels with every request");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("'" + text + "' is not a host such as https://api.minimax.io", e);
        }
    }

    /** Whether this is plain http to this machine itself, as the sandbox is. */
    static boolean isLoopbackHttp(URI uri) {
        return "http".equalsIgnoreCase(uri.getScheme())
                && uri.getHost() != null
                && LOOPBACK.contains(uri.getHost().toLowerCase(Locale.ROOT));
    }

    /** Where the first call goes. */
    URI first() {
        if (explicit != null) {
            return explicit;
        }
        return region == Region.MAINLAND ? mainland : global;
    }

    /** The host to ask when this one does not know a key; null when the settings leave no choice. */
    @Nullable
    URI other(URI refused) {
        if (explicit != null || region != Region.AUTO) {
            return null;
        }
        return refused.equals(global) ? mainland : global;
    }

    /** What in the settings names the host, for messages. */
    String because() {
        return explicit != null ? "MINIMAX_API_HOST" : "MINIMAX_REGION=" + region.setting();
    }

    /** The region a host stands for, or null for a host of neither. */
    @Nullable
    Region regionOf(URI host) {
        if (host.equals(global)) {
            return Region.GLOBAL;
        }
        return host.equals(mainland) ? Region.MAINLAND : null;
    }
}
