package io.minimaxmcp.server.transport.http;

import io.minimaxmcp.server.link.MediaLinks;
import io.minimaxmcp.server.transport.http.Tokens.Verdict;
import io.minimaxmcp.tools.tool.Tenant;
import io.minimaxmcp.tools.upstream.Secret;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
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
    /** What a page of another place has a browser send. */
    private static final Set<String> FROM_ELSEWHERE = Set.of("cross-site", "same-site");
    /** For whoever watches over the process from the same machine, whatever names clients know it by. */
    private static final Names THIS_MACHINE = new Names(List.of("localhost", "127.0.0.1", "[::1]"), "localhost");

    private final Names hosts;
    private final Origins origins;
    private final Tenants tenants;
    private volatile Tokens tokens;

    Guard(HttpSettings settings, Tenants tenants) {
        this.hosts = new Names(settings.allowedHosts(), settings.host());
        this.origins = new Origins(settings.allowedOrigins());
        this.tokens = new OneToken(settings.token());
        this.tenants = tenants;
    }

    /** Whether the request came by a way that is allowed. Where it did not, it is refused. */
    boolean isWelcome(Exchange exchange) {
        if (!exchange.header("Host").map(host -> isOurs(host, exchange.path())).orElse(false)) {
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
        if (origin.isEmpty() && isFromElsewhere(exchange)) {
            exchange.refuseAndClose(HttpStatus.FORBIDDEN_403, "Pages of other places may not use this server");
            return false;
        }
        origins.letRead(origin, exchange.response().getHeaders());
        return true;
    }

    private boolean isOurs(String host, String path) {
        boolean isWatching = path.startsWith("/health/") || path.equals("/metrics");
        return hosts.allow(host) || (isWatching && THIS_MACHINE.allow(host));
    }

    /** Pages have browsers ask for pictures and frames without an Origin. A signed link is meant to be followed from anywhere. */
    private static boolean isFromElsewhere(Exchange exchange) {
        return exchange.header("Sec-Fetch-Site")
                        .filter(FROM_ELSEWHERE::contains)
                        .isPresent()
                && !exchange.path().startsWith(MediaLinks.PATH);
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

    /** From now on these tokens let in, and no other. */
    void ask(Tokens others) {
        tokens = others;
    }

    /** Who sent the request; empty, and refused, where they do not show a token that lets in or show what cannot be a key. */
    CompletionStage<Optional<Caller>> caller(Exchange exchange) {
        return tokens.check(bearer(exchange.request())).thenApply(verdict -> caller(exchange, verdict));
    }

    private Optional<Caller> caller(Exchange exchange, Verdict verdict) {
        if (verdict instanceof Verdict.Refused refused) {
            if (!refused.challenge().isEmpty()) {
                exchange.response().getHeaders().put(HttpHeader.WWW_AUTHENTICATE, refused.challenge());
            }
            exchange.refuseAndClose(refused.status(), refused.words());
            return Optional.empty();
        }
        Verdict.Known shown = (Verdict.Known) verdict;
        exchange.holdsUntil(shown.until());
        Tenant known = shown.tenant();
        try {
            Optional<Secret> key = exchange.header(MINIMAX_KEY).map(Secret::new);
            return Optional.of(new Caller(key.isPresent() ? tenants.of(key) : known, known));
        } catch (IllegalArgumentException notAKey) {
            exchange.refuseAndClose(HttpStatus.BAD_REQUEST_400, MINIMAX_KEY + " holds no key");
            return Optional.empty();
        }
    }

    private static String bearer(Request request) {
        HttpField shown = request.getHeaders().getField(HttpHeader.AUTHORIZATION);
        String value = shown == null ? "" : shown.getValue();
        return value.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? value.substring(BEARER.length()).strip()
                : "";
    }
}
