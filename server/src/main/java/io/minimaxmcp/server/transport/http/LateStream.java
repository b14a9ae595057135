package io.minimaxmcp.server.transport.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.ToIntFunction;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/**
 * A response that is one JSON document, or a stream of events where there is something to tell before the answer. So a
 * refusal has the status that it should have, a quick answer costs little, and a call that takes its time has its
 * connection kept alive.
 */
final class LateStream implements Outlet, Beating {
    private final Exchange exchange;
    private final Heartbeat heartbeat;
    private final Runnable gone;
    private final ToIntFunction<JsonNode> status;
    private final HangUp hangUp;
    private volatile @Nullable EventStream stream;
    private boolean ended;

    /**
     * @param gone told when the client hangs up before it is answered, once there is a stream or it is {@link #watch
     *     watched}; never while this is locked
     * @param status of a document with this answer
     */
    LateStream(Exchange exchange, Heartbeat heartbeat, Runnable gone, ToIntFunction<JsonNode> status) {
        this.exchange = exchange;
        this.heartbeat = heartbeat;
        this.gone = gone;
        this.status = status;
        this.hangUp = new HangUp(exchange.request(), gone);
    }

    /** From now on it is noticed when the client hangs up. Who is answered at once need not be watched, which costs. */
    synchronized void watch() {
        if (!ended && stream == null) {
            hangUp.start();
        }
    }

    @Override
    public boolean tell(JsonNode message, boolean onlyIfRoom) {
        EventStream open = stream();
        return open != null && open.tell(message, onlyIfRoom);
    }

    @Override
    public boolean answer(JsonNode message) {
        if (!finish()) {
            return false;
        }
        EventStream open = stream;
        if (open != null || !exchange.accepts(Exchange.JSON)) {
            return (open == null ? new EventStream(exchange) : open).answer(message);
        }
        exchange.json(status.applyAsInt(message), message);
        return true;
    }

    @Override
    public void end() {
        if (!finish()) {
            return;
        }
        EventStream open = stream;
        if (open != null) {
            open.end();
        } else {
            exchange.empty(HttpStatus.ACCEPTED_202);
        }
    }

    /** A client that has waited this long is given a stream, so that it sees it is not forgotten. */
    @Override
    public void beat() {
        EventStream open = stream == null ? stream() : null;
        if (open != null) {
            open.open();
        }
    }

    /** The stream, begun where there is none yet; null where there can be none (any more). */
    private @Nullable EventStream stream() {
        EventStream begun;
        synchronized (this) {
            if (ended || stream != null || !exchange.accepts(Exchange.EVENTS)) {
                return ended ? null : stream;
            }
            hangUp.stop();
            begun = new EventStream(exchange);
            stream = begun;
        }
        return heartbeat.keeping(begun, gone);
    }

    /** From now on nothing begins any more. False when that was so already. */
    private synchronized boolean finish() {
        boolean first = !ended;
        ended = true;
        if (first && stream == null) {
            hangUp.stop();
        }
        return first;
    }
}
