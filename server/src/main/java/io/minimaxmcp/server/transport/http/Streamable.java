package io.minimaxmcp.server.transport.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.server.mcp.Revision;
import io.minimaxmcp.server.rpc.Incoming;
import io.minimaxmcp.server.rpc.Incoming.Batch;
import io.minimaxmcp.server.rpc.Incoming.Request;
import io.minimaxmcp.server.rpc.RpcError;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;

/**
 * {@code /mcp}: each message a POST of its own. For revisions with sessions, news on the stream of a GET, and the end by
 * DELETE; what is of the stateless revision goes its own way.
 */
final class Streamable implements Endpoint {
    static final String SESSION = "Mcp-Session-Id";
    static final String VERSION = "MCP-Protocol-Version";

    private final Stateless stateless;
    private final Sessions sessions;
    private final Messages messages;
    private final Heartbeat heartbeat;
    private final Moment moment;

    Streamable(Stateless stateless, Sessions sessions, Messages messages, Heartbeat heartbeat, Moment moment) {
        this.stateless = stateless;
        this.sessions = sessions;
        this.messages = messages;
        this.heartbeat = heartbeat;
        this.moment = moment;
    }

    @Override
    public void serve(Exchange exchange) {
        switch (exchange.method()) {
            case "POST" -> post(exchange);
            case "GET" -> session(exchange).ifPresent(session -> listen(exchange, session));
            case "DELETE" ->
                session(exchange).ifPresent(session -> {
                    sessions.end(session);
                    exchange.empty(HttpStatus.NO_CONTENT_204);
                });
            default -> exchange.refuseMethod("GET, POST, DELETE");
        }
    }

    private void post(Exchange exchange) {
        if (!exchange.accepts(Exchange.JSON) && !exchange.accepts(Exchange.EVENTS)) {
            exchange.refuse(
                    HttpStatus.NOT_ACCEPTABLE_406, "Answers are application/json or text/event-stream: accept both");
            return;
        }
        messages.read(exchange, (message, room) -> take(exchange, message));
    }

    private void take(Exchange exchange, Incoming message) {
        if (stateless.isFor(exchange, message)) {
            stateless.take(exchange, message);
        } else if (message instanceof Request request && request.method().equals("initialize") && isNew(exchange)) {
            begin(exchange, request);
        } else {
            session(exchange)
                    .filter(session -> !messages.refuseWhereBusy(exchange, session))
                    .ifPresent(session -> take(exchange, session, message));
        }
    }

    private static boolean isNew(Exchange exchange) {
        return exchange.header(SESSION).isEmpty();
    }

    private void begin(Exchange exchange, Request request) {
        Optional<HttpSession> room = sessions.open(exchange.caller());
        if (room.isEmpty()) {
            exchange.response().getHeaders().put(HttpHeader.RETRY_AFTER, 30);
            exchange.refuse(HttpStatus.TOO_MANY_REQUESTS_429, "Too many sessions begin just now: try again in a while");
            return;
        }
        HttpSession session = room.get();
        ask(exchange, session, request, answer -> {
            if (answer.has("result")) {
                exchange.response().getHeaders().put(SESSION, session.id());
            } else {
                sessions.end(session);
            }
        });
    }

    private void take(Exchange exchange, HttpSession session, Incoming message) {
        if (message instanceof Request request) {
            ask(exchange, session, request, answer -> {});
        } else if (message instanceof Batch && !session.takesBatches()) {
            exchange.refuse(HttpStatus.BAD_REQUEST_400, null, RpcError.NO_BATCHES);
        } else if (message instanceof Batch batch && batch.answered() > 0) {
            session.ask(batch, gone -> response(exchange, gone));
        } else if (message instanceof Batch batch) {
            batch.messages().forEach(session::tell);
            exchange.empty(HttpStatus.ACCEPTED_202);
        } else {
            session.tell(message);
            exchange.empty(HttpStatus.ACCEPTED_202);
        }
    }

    private void ask(Exchange exchange, HttpSession session, Request request, Consumer<JsonNode> before) {
        boolean taken = session.ask(
                request,
                gone -> request.method().equals("initialize")
                        ? new SingleAnswer(exchange, before, gone)
                        : response(exchange, gone));
        if (!taken) {
            messages.refuseIdInUse(exchange, request);
        }
    }

    /** One document for who is answered within a moment; everybody else is shown that the connection lives. */
    private Outlet response(Exchange exchange, Runnable gone) {
        LateStream response = new LateStream(exchange, heartbeat, gone, answer -> HttpStatus.OK_200);
        moment.later(exchange.accepts(Exchange.EVENTS) ? response::beat : response::watch);
        return response;
    }

    private void listen(Exchange exchange, HttpSession session) {
        if (!exchange.accepts(Exchange.EVENTS)) {
            exchange.refuse(HttpStatus.NOT_ACCEPTABLE_406, "News come as text/event-stream: accept it");
            return;
        }
        EventStream stream = heartbeat.keeping(new EventStream(exchange), () -> {});
        heartbeat.endWithToken(exchange, stream.ended(), stream::end);
        session.streams().listen(stream);
        // Only then, so that whoever sees the stream open misses no news.
        stream.open();
    }

    /** The caller's session that the request belongs to; where there is none, the request is refused. */
    private Optional<HttpSession> session(Exchange exchange) {
        Optional<String> id = exchange.header(SESSION);
        if (id.isEmpty()) {
            exchange.refuse(HttpStatus.BAD_REQUEST_400, "The Mcp-Session-Id header is missing: first send initialize");
            return Optional.empty();
        }
        Optional<String> version = exchange.header(VERSION);
        if (version.isPresent() && !Revision.isOfSessions(version.get())) {
            exchange.refuse(
                    HttpStatus.BAD_REQUEST_400,
                    "MCP-Protocol-Version is none that this server speaks; send the one agreed on in initialize");
            return Optional.empty();
        }
        Optional<HttpSession> session = sessions.find(id.get(), exchange.caller());
        if (session.isEmpty()) {
            exchange.refuse(HttpStatus.NOT_FOUND_404, "There is no such session (any more): send initialize again");
        }
        return session;
    }
}
