package io.minimaxmcp.server.transport.http;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpStatus;

/**
 * Whose pages may use this server. Of a bare host name, pages may send requests, as a tool on this machine does; only pages
 * of an origin that is listed whole, {@code https://…}, may also read what comes back (CORS).
 */
final class Origins {
    private static final String HEADERS =
            "Authorization, Content-Type, Mcp-Session-Id, MCP-Protocol-Version, Mcp-Method, Mcp-Name, "
                    + Guard.MINIMAX_KEY;

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

    void letRead(String origin, HttpFields.Mutable headers) {
        headers.add("Vary", "Origin");
        if (whole.contains(origin.strip().toLowerCase(Locale.ROOT))) {
            headers.put("Access-Control-Allow-Origin", origin.strip());
            headers.put("Access-Control-Expose-Headers", Streamable.SESSION);
        }
    }

    void letAsk(Exchange exchange) {
        HttpFields.Mutable headers = exchange.response().getHeaders();
        if (headers.contains("Access-Control-Allow-Origin")) {
            headers.put("Access-Control-Allow-Methods", "GET, POST, DELETE");
            headers.put("Access-Control-Allow-Headers", HEADERS);
            headers.put("Access-Control-Max-Age", "600");
        }
        exchange.empty(HttpStatus.NO_CONTENT_204);
    }
}
