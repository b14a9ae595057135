package io.minimaxmcp.server.transport.http;

import io.minimaxmcp.tools.upstream.Secret;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;

/**
 * Decides who is let in: under a name of ours, from a page of ours, with the token. A browser can be made to ask for
 * anything by any page, and a name can be made to point to this machine; both say so in headers that no page can forge.
 */
final class Guard {
    static final String MINIMAX_KEY = "X-MiniMax-Api-Key";
    private static final String BEARER = "Bearer ";

    private final Names hosts;
    private final Origins origins;
    private final Optional<Secret> token;
    private final Tenants tenants;

    Guard(HttpSettings settings, Tenants tenants) {
        this.hosts = new Names(settings.allowedHosts(), settings.host());
        this.origins = new Origins(settings.allowedOrigins());
        this.token = settings.token();
        this.tenants = tenants;
    }

    /** Whether the request came by a way that is allowed. Where it did not, it is refused. */
    boolean isWelcome(Exchange exchange) {
        if (!exchange.header("Host").map(hosts::allow).orElse(false)) {
            exchange.refuseAndClose(
                    HttpStatus.MISDIRECTED_REQUEST_421,
                    "This server is not known by that name; MINIMAX_MCP_ALLOWED_HOSTS names those it is known by");
            return false;
        }
        Optional<String> origin = exchange.header("Origin");
        if (origin.isPresent() && !origins.allow(origin.get())) {
            exchange.refuseAndClose(
                    HttpStatus.FORBIDDEN_403,
                    "Pages of that origin may not use this server; MINIMAX_MCP_ALLOWED_ORIGINS names those that may");
            return false;
        }
        origin.ifPresent(page -> origins.letRead(page, exchange.response().getHeaders()));
        return true;
    }

    /** Whether a browser asks for leave beforehand. It is answered here. */
    boolean isPreflight(Exchange exchange) {
        boolean preflight = exchange.method().equals("OPTIONS")
                && exchange.header("Origin").isPresent()
                && exchange.header("Access-Control-Request-Method").isPresent();
        if (preflight) {
            origins.letAsk(exchange);
        }
        return preflight;
    }

    /** Who sent the request; empty, and refused, where they do not show the token or show what cannot be a key. */
    Optional<Caller> caller(Exchange exchange) {
        if (token.isPresent() && !showsToken(exchange.request(), token.get())) {
            exchange.response().getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Bearer realm=\"minimax-mcp\"");
            exchange.refuseAndClose(HttpStatus.UNAUTHORIZED_401, "Send the token as Authorization: Bearer …");
            return Optional.empty();
        }
        try {
            Optional<Secret> key = exchange.header(MINIMAX_KEY).map(Secret::new);
            return Optional.of(new Caller(tenants.of(key)));
        } catch (IllegalArgumentException notAKey) {
            exchange.refuseAndClose(HttpStatus.BAD_REQUEST_400, MINIMAX_KEY + " holds no key");
            return Optional.empty();
        }
    }

    private static boolean showsToken(Request request, Secret token) {
        HttpField shown = request.getHeaders().getField(HttpHeader.AUTHORIZATION);
        String value = shown == null ? "" : shown.getValue();
        return value.regionMatches(true, 0, BEARER, 0, BEARER.length())
                && token.matches(value.substring(BEARER.length()).strip());
    }
}
