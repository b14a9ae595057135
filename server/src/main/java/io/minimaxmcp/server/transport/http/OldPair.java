package io.minimaxmcp.server.transport.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.server.rpc.Incoming;
import io.minimaxmcp.server.rpc.Incoming.Batch;
import io.minimaxmcp.server.rpc.Incoming.Request;
import io.minimaxmcp.server.rpc.RpcError;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.util.Fields;

/** {@code /sse} and {@code /message} of revision 2024-11-05: one stream that is the session, and POSTs beside it. */
final class OldPair {
    private static final String SESSION = "session_id";

    private final Sessions sessions;
    private final Messages messages;
    private final Heartbeat heartbeat;

    OldPair(Sessions sessions, Messages messages, Heartbeat heartbeat) {
        this.sessions = sessions;
        this.messages = messages;
        this.heartbeat = heartbeat;
    }

    /** {@code GET /sse}: begins a session that lasts as long as the stream. */
    void stream(Exchange exchange) {
        if (!exchange.method().equals("GET")) {
            // Clients that try the newer transport first take this for the word to try the old one.
            exchange.refuseMethod("GET");
            return;
        }
        Optional<HttpSession> room = sessions.open(exchange.caller());
        if (room.isEmpty()) {
            exchange.response().getHeaders().put(HttpHeader.RETRY_AFTER, 30);
            exchange.refuse(HttpStatus.TOO_MANY_REQUESTS_429, "Too many sessions begin just now: try again in a while");
            return;
        }
        HttpSession session = room.get();
        EventStream stream = heartbeat.keeping(new EventStream(exchange).open(), () -> sessions.end(session));
        stream.event(
                "endpoint", ("/message?" + SESSION + "=" + session.id()).getBytes(StandardCharsets.US_ASCII), false);
        heartbeat.endWithToken(exchange, stream.ended(), stream::end);
        session.streams().listen(stream);
    }

    /** {@code POST /message}: the answer comes on the stream. */
    void message(Exchange exchange) {
        if (!exchange.method().equals("POST")) {
            exchange.refuseMethod("POST");
            return;
        }
        Optional<HttpSession> session = Optional.ofNullable(query(exchange).getValue(SESSION))
                .flatMap(id -> sessions.find(id, exchange.caller()));
        if (session.isEmpty()) {
            exchange.refuseAndClose(HttpStatus.NOT_FOUND_404, "There is no such session (any more): open /sse again");
            return;
        }
        messages.read(exchange, (message, room) -> {
            if (!messages.refuseWhereBusy(exchange, session.get())) {
                take(exchange, session.get(), message, room);
            }
        });
    }

    private void take(Exchange exchange, HttpSession session, Incoming message, Shares.Portion room) {
        if (message instanceof Batch && !session.takesBatches()) {
            exchange.refuse(HttpStatus.BAD_REQUEST_400, null, RpcError.NO_BATCHES);
            return;
        }
        if (message instanceof Request request && !session.ask(request, gone -> onStream(session, room))) {
            messages.refuseIdInUse(exchange, request);
            return;
        }
        if (message instanceof Batch batch) {
            session.ask(batch, gone -> onStream(session, room));
        } else if (!(message instanceof Request)) {
            session.tell(message);
        }
        exchange.empty(HttpStatus.ACCEPTED_202);
    }

    private static Fields query(Exchange exchange) {
        return org.eclipse.jetty.server.Request.extractQueryParameters(exchange.request());
    }

    /** The answer comes long after this exchange is over. */
    private static OnStream onStream(HttpSession session, Shares.Portion room) {
        room.keep();
        return new OnStream(session.streams(), room);
    }

    /**
     * Everything goes to the one stream there is; it outlives each request.
     *
     * @param room what the request takes up until it is answered
     */
    private record OnStream(Streams streams, Shares.Portion room) implements Outlet {
        @Override
        public boolean tell(JsonNode message, boolean onlyIfRoom) {
            return streams.news(message, onlyIfRoom);
        }

        @Override
        public boolean answer(JsonNode message) {
            room.end();
            return streams.news(message, false);
        }

        @Override
        public void end() {
            // The stream is there for the other requests too.
            room.end();
        }
    }
}
