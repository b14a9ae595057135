package io.minimaxmcp.server.transport.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.server.mcp.Era;
import io.minimaxmcp.server.mcp.Revision;
import io.minimaxmcp.server.mcp.stateless.RequestMeta;
import io.minimaxmcp.server.rpc.Incoming;
import io.minimaxmcp.server.rpc.Incoming.Batch;
import io.minimaxmcp.server.rpc.Incoming.Request;
import io.minimaxmcp.server.rpc.RpcError;
import io.minimaxmcp.server.rpc.Side;
import io.minimaxmcp.server.rpc.Wire;
import io.minimaxmcp.tools.tool.Cancellation;
import io.minimaxmcp.tools.tool.Tenant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.eclipse.jetty.http.HttpStatus;

/** {@code /mcp} as revision 2026-07-28 uses it: each POST stands by itself, and whoever hangs up has cancelled. */
final class Stateless {
    private final Map<Side, Runnable> underWay = new ConcurrentHashMap<>();
    private final BiFunction<Tenant, Wire, Side> connect;
    private final Heartbeat heartbeat;
    private final Moment moment;

    /**
     * @param connect answers one request of the tenant on the wire
     */
    Stateless(BiFunction<Tenant, Wire, Side> connect, Heartbeat heartbeat, Moment moment) {
        this.connect = connect;
        this.heartbeat = heartbeat;
        this.moment = moment;
    }

    /** Whether the message is of this revision, by what it says or by what its headers say. */
    boolean isFor(Exchange exchange, Incoming message) {
        boolean saysHeader = exchange.headers(Streamable.VERSION).contains(Revision.V2026_07_28.date());
        return saysHeader || (message instanceof Request request && Era.of(request) == Era.STATELESS);
    }

    void take(Exchange exchange, Incoming message) {
        if (message instanceof Request request) {
            Optional<RpcError> problem =
                    RequestMeta.problem(request.params()).or(() -> RequestHeaders.problem(exchange, request));
            problem.ifPresentOrElse(
                    error -> exchange.refuse(HttpStatus.BAD_REQUEST_400, request.id(), error),
                    () -> answer(exchange, request));
        } else if (message instanceof Batch) {
            exchange.refuse(HttpStatus.BAD_REQUEST_400, null, RpcError.NO_BATCHES);
        } else {
            // This revision has no notifications from clients; an extension that we do not know may.
            exchange.empty(HttpStatus.ACCEPTED_202);
        }
    }

    private void answer(Exchange exchange, Request request) {
        Cancellation cancellation = new Cancellation();
        LateStream response =
                heartbeat.keeping(new LateStream(exchange, heartbeat, cancellation::request, Stateless::status));
        moment.later(response::watch);
        Side side = connect.apply(exchange.caller().tenant(), new OneResponse(response));
        underWay.put(side, () -> response.answer(RpcError.ENDING.answer(request.id())));
        CompletionStage<Void> taken = side.take(request, cancellation);
        heartbeat.endWithToken(exchange, taken, side::inputEnded);
        taken.whenComplete((done, thrown) -> {
            underWay.remove(side);
            heartbeat.forget(response);
            response.end();
        });
    }

    /** What a method itself refuses is an answer like any other, but for what the client cannot do. */
    private static int status(JsonNode message) {
        return switch (message.path("error").path("code").asInt()) {
            case RpcError.METHOD_NOT_FOUND -> HttpStatus.NOT_FOUND_404;
            case RpcError.UNSUPPORTED_VERSION, RpcError.MISSING_CAPABILITY -> HttpStatus.BAD_REQUEST_400;
            default -> HttpStatus.OK_200;
        };
    }

    int underWay() {
        return underWay.size();
    }

    /** Ends the streams of those who listen, so that what is still under way has an end. */
    void endListening() {
        underWay.keySet().forEach(Side::inputEnded);
    }

    /** Answers those who still wait that they will wait in vain. */
    void close() {
        underWay.values().forEach(Runnable::run);
    }

    /** Everything that is said about the one request goes into its one response. */
    private record OneResponse(Outlet response) implements Wire {
        @Override
        public boolean send(JsonNode message) {
            return message.has("method") ? response.tell(message, false) : response.answer(message);
        }

        @Override
        public boolean sendIfRoom(JsonNode message) {
            return response.tell(message, true);
        }
    }
}
