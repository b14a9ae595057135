package io.minimaxmcp.server.transport.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.server.rpc.RpcError;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/**
 * A response that is one JSON document, or a stream of events where there is something to tell before the answer. So a
 * refusal has the status that it should have, and a call that takes its time has its connection kept alive.
 */
final class LateStream implements Outlet, Beating {
    private final Exchange exchange;
    private final Heartbeat heartbeat;
    private final Runnable gone;
    private final HangUp hangUp;
    private @Nullable EventStream stream;
    private boolean ended;

    /**
     * @param gone told when the client hangs up before it is answered
     */
    LateStream(Exchange exchange, Heartbeat heartbeat, Runnable gone) {
        this.exchange = exchange;
        this.heartbeat = heartbeat;
        this.gone = gone;
        this.hangUp = new HangUp(exchange.request(), gone);
        hangUp.start();
    }

    @Override
    public synchronized boolean tell(JsonNode message, boolean onlyIfRoom) {
        return !ended && exchange.accepts(Exchange.EVENTS) && stream().tell(message, onlyIfRoom);
    }

    @Override
    public synchronized boolean answer(JsonNode message) {
        if (ended) {
            return false;
        }
        ended = true;
        if (stream != null || !exchange.accepts(Exchange.JSON)) {
            return stream().answer(message);
        }
        hangUp.stop();
        exchange.json(status(message), message);
        return true;
    }

    @Override
    public synchronized void end() {
        if (ended) {
            return;
        }
        ended = true;
        if (stream != null) {
            stream.end();
        } else {
            hangUp.stop();
            exchange.empty(HttpStatus.ACCEPTED_202);
        }
    }

    /** A client that has waited this long is given a stream, so that it sees it is not forgotten. */
    @Override
    public synchronized void beat() {
        if (!ended && stream == null && exchange.accepts(Exchange.EVENTS)) {
            stream().open();
        }
    }

    private EventStream stream() {
        EventStream open = stream;
        if (open == null) {
            hangUp.stop();
            open = heartbeat.keeping(new EventStream(exchange), gone);
            stream = open;
        }
        return open;
    }

    /** What a method itself refuses is an answer like any other, but for what the client cannot do. */
    private static int status(JsonNode message) {
        return switch (message.path("error").path("code").asInt()) {
            case RpcError.METHOD_NOT_FOUND -> HttpStatus.NOT_FOUND_404;
            case RpcError.UNSUPPORTED_VERSION, RpcError.MISSING_CAPABILITY -> HttpStatus.BAD_REQUEST_400;
            default -> HttpStatus.OK_200;
        };
    }
}
