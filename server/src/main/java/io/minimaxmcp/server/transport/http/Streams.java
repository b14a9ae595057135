package io.minimaxmcp.server.transport.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.server.rpc.Incoming.Request;
import io.minimaxmcp.server.rpc.MessageReader;
import io.minimaxmcp.server.rpc.RpcError;
import io.minimaxmcp.server.rpc.Wire;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The open responses of one session. An answer goes where its request came from, and so does what is asked and told about
 * that request; all other news go to whoever listens.
 */
final class Streams implements Wire {
    /** A client has use for one; more are those whose end we have not noticed yet. */
    private static final int MOST_LISTENING = 8;

    private final Map<JsonNode, Outlet> byRequest = new HashMap<>();
    private final Deque<EventStream> listening = new ArrayDeque<>();

    synchronized void open(Request request, Outlet outlet) {
        byRequest.put(request.id(), outlet);
    }

    /** Nothing more will be said about the request. Where it has not been answered, it never will be. */
    void close(Request request, Outlet outlet) {
        synchronized (this) {
            byRequest.remove(request.id(), outlet);
        }
        outlet.end();
    }

    /** From now on news go to this stream, until it ends. */
    void listen(EventStream stream) {
        EventStream oldest;
        synchronized (this) {
            listening.addFirst(stream);
            oldest = listening.size() > MOST_LISTENING ? listening.pollLast() : null;
        }
        if (oldest != null) {
            oldest.end();
        }
        stream.ended().thenRun(() -> forget(stream));
    }

    private synchronized void forget(EventStream stream) {
        listening.remove(stream);
    }

    synchronized boolean isListened() {
        return !listening.isEmpty();
    }

    @Override
    public boolean send(JsonNode message) {
        if (message.has("method")) {
            return news(message, false);
        }
        JsonNode id = MessageReader.id(message.get("id"));
        Outlet asked = id == null ? null : answered(id);
        return asked != null && asked.answer(message);
    }

    @Override
    public boolean sendIfRoom(JsonNode message) {
        return news(message, true);
    }

    @Override
    public Wire about(JsonNode requestId) {
        return new Wire() {
            @Override
            public boolean send(JsonNode message) {
                return along(requestId, message);
            }

            @Override
            public boolean sendIfRoom(JsonNode message) {
                Outlet waiting = waiting(requestId);
                return waiting != null && waiting.tell(message, true);
            }
        };
    }

    /** Tells whoever listens. */
    boolean news(JsonNode message, boolean onlyIfRoom) {
        return listeners().stream().anyMatch(stream -> stream.tell(message, onlyIfRoom));
    }

    /** Tells whoever waits for this answer; where the answer can carry nothing else, whoever listens. */
    private boolean along(JsonNode requestId, JsonNode message) {
        Outlet waiting = waiting(requestId);
        return (waiting != null && waiting.tell(message, false)) || news(message, false);
    }

    private synchronized @Nullable Outlet answered(JsonNode id) {
        return byRequest.remove(id);
    }

    private synchronized @Nullable Outlet waiting(JsonNode id) {
        return byRequest.get(id);
    }

    private synchronized List<EventStream> listeners() {
        return List.copyOf(listening);
    }

    /** Ends all; what was asked and is not answered yet is answered with this. */
    void close(RpcError unanswered) {
        Map<JsonNode, Outlet> asked;
        List<Outlet> all;
        synchronized (this) {
            asked = Map.copyOf(byRequest);
            byRequest.clear();
            all = new ArrayList<>(listening);
        }
        asked.forEach((id, outlet) -> outlet.answer(unanswered.answer(id)));
        all.forEach(Outlet::end);
    }
}
