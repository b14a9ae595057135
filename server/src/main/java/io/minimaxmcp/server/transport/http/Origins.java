package io.minimaxmcp.server.transport.http;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpStatus;

/**
 * Whose pages may use this server. Of a bare host name, pages may send requests, as a tool on this machine does; only pages
 * of an origin that is listed whole, {@code https://…}, may also read what comes back (CORS).
 */
final class Origins {
    private static final String ASKED =
            "Authorization, Content-Type, Last-Event-ID, Mcp-Session-Id, MCP-Protocol-Version, Mcp-Method, Mcp-Name, "
                    + "traceparent, " + Guard.MINIMAX_KEY;
    private static final String READ = Streamable.SESSION + ", Retry-After, WWW-Authenticate";

    private final Set<String> hosts = new HashSet<>();
    private final Set<String> whole = new HashSet<>();

    Origins(List<String> allowed) {
        for (String origin : allowed) {
            (origin.contains("://") ? whole : hosts).add(origin.toLowerCase(Locale.ROOT));
        }
    }

    boolean allow(String origin) {
        String lower = origin.strip().toLowerCase(Locale.ROOT);
        int start = lower.indexOf("://");
        if (whole.contains(lower)) {
            return true;
        }
        String host = start < 0 ? "" : lower.substring(start + 3);
        return !host.isEmpty() && (hosts.contains(host) || hosts.contains(Names.withoutPort(host)));
    }

    void letRead(Optional<String> origin, HttpFields.Mutable headers) {
        if (whole.isEmpty()) {
            return;
        }
        // Also where there is none: what a cache keeps of such an answer must not be given to a page.
        headers.add("Vary", "Origin");
        origin.map(String::strip)
                .filter(page -> whole.contains(page.toLowerCase(Locale.ROOT)))
                .ifPresent(page -> {
                    headers.put("Access-Control-Allow-Origin", page);
                    headers.put("Access-Control-Expose-Headers", READ);
                });
    }

    void letAsk(Exchange exchange) {
        HttpFields.Mutable headers = exchange.response().getHeaders();
        if (headers.contains("Access-Control-Allow-Origin")) {
            headers.put("Access-Control-Allow-Methods", "GET, POST, DELETE");
            headers.put("Access-Control-Allow-Headers", ASKED);
            headers.put("Access-Control-Max-Age", "600");
        }
        exchange.empty(HttpStatus.NO_CONTENT_204);
    }
}
