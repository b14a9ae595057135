package io.minimaxmcp.server.transport.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.minimaxmcp.tools.tool.Tenant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where every request comes in: past the guard, to the endpoint of its path. */
final class Door extends Handler.Abstract.NonBlocking {
    private static final Logger LOG = LoggerFactory.getLogger(Door.class);
    /** Until the guard has looked, nobody is anybody. */
    private static final Caller NOBODY = new Caller(new Tenant("nobody"));

    private final Guard guard;
    private final Map<String, Endpoint> open;
    private final Map<String, Endpoint> guarded;
    private final Shares requests;
    private final Map<String, Endpoint> below = new ConcurrentHashMap<>();
    private volatile Supplier<CompletionStage<Boolean>> ready = () -> CompletableFuture.completedFuture(true);
    private volatile boolean closing;

    /**
     * @param open by path: for everybody, as health is for whoever watches over the process
     * @param guarded by path: for whoever shows the token
     * @param requests how many may be under way there
     */
    Door(Guard guard, Map<String, Endpoint> open, Map<String, Endpoint> guarded, int requests) {
        this.guard = guard;
        this.requests = new Shares(requests);
        this.open = Map.copyOf(open);
        this.guarded = Map.copyOf(guarded);
    }

    /** Serves everybody all paths that begin so. */
    void openBelow(String prefix, Endpoint endpoint) {
        below.put(prefix, endpoint);
    }

    private Optional<Endpoint> anybodys(String path) {
        Endpoint exact = open.get(path);
        return exact != null
                ? Optional.of(exact)
                : below.entrySet().stream()
                        .filter(entry -> path.startsWith(entry.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst();
    }

    /** From now on this says whether new work can be taken; it never fails. */
    void readyWhen(Supplier<CompletionStage<Boolean>> told) {
        ready = told;
    }

    /** From now on, only what is under way is answered. */
    void close() {
        closing = true;
    }

    boolean isClosing() {
        return closing;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        Exchange unknown = new Exchange(request, response, callback, NOBODY);
        if (!guard.isWelcome(unknown) || guard.isPreflight(unknown)) {
            return true;
        }
        String path = Request.getPathInContext(request);
        Optional<Endpoint> anybodys = anybodys(path);
        if (anybodys.isPresent()) {
            anybodys.get().serve(unknown);
            return true;
        }
        guard.caller(unknown)
                .thenAccept(caller ->
                        caller.ifPresent(known -> serve(path, new Exchange(request, response, callback, known))))
                .exceptionally(bug -> failed(unknown, bug));
        return true;
    }

    private static @Nullable Void failed(Exchange exchange, Throwable bug) {
        LOG.atError().setCause(bug).log("a request could not be dealt with");
        exchange.callback().failed(bug);
        return null;
    }

    private void serve(String path, Exchange exchange) {
        Endpoint endpoint = guarded.get(path);
        if (endpoint == null) {
            exchange.refuseAndClose(HttpStatus.NOT_FOUND_404, "There is nothing here; MCP is at /mcp");
        } else if (closing) {
            exchange.response().getHeaders().put(HttpHeader.RETRY_AFTER, 5);
            exchange.refuseAndClose(HttpStatus.SERVICE_UNAVAILABLE_503, "This server is about to end");
        } else if (!requests.take(exchange.caller().sharer(), 1)) {
            exchange.response().getHeaders().put(HttpHeader.RETRY_AFTER, 1);
            exchange.refuseAndClose(
                    HttpStatus.TOO_MANY_REQUESTS_429, "You have too many requests under way: wait for some answers");
        } else {
            Request.addCompletionListener(
                    exchange.request(),
                    failure -> requests.giveBack(exchange.caller().sharer(), 1));
            endpoint.serve(exchange);
        }
    }

    /** {@code /health/live}: the process answers. */
    static void live(Exchange exchange) {
        health(exchange, HttpStatus.OK_200, "live");
    }

    /** {@code /health/ready}: new work is taken. */
    void ready(Exchange exchange) {
        if (closing) {
            health(exchange, HttpStatus.SERVICE_UNAVAILABLE_503, "ending");
            return;
        }
        ready.get()
                .thenAccept(good -> health(
                        exchange,
                        good ? HttpStatus.OK_200 : HttpStatus.SERVICE_UNAVAILABLE_503,
                        good ? "ready" : "unready"));
    }

    private static void health(Exchange exchange, int status, String words) {
        exchange.json(status, JsonNodeFactory.instance.objectNode().put("status", words));
    }
}
