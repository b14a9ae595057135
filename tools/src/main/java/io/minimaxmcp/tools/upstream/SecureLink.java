package io.minimaxmcp.tools.upstream;

import java.net.URI;

/**
 * A link of MiniMax's as it is fetched and handed on. Its answers name images with plain http, on stores that speak TLS and that do not
 * answer without it from everywhere (MiniMax-AI/cli, issue 93).
 */
public final class SecureLink {
    private SecureLink() {}

    /** The same with https; what is on this machine, or is no link, stays as it is. */
    public static String of(String link) {
        try {
            return of(URI.create(link)).toString();
        } catch (IllegalArgumentException noLink) {
            return link;
        }
    }

    static URI of(URI link) {
        if (!"http".equalsIgnoreCase(link.getScheme()) || link.getHost() == null || Hosts.isLoopbackHttp(link)) {
            return link;
        }
        String secure = "https" + link.toString().substring("http".length());
        return URI.create(link.getPort() == 80 ? secure.replaceFirst(":80(?=[/?#]|$)", "") : secure);
    }
}
