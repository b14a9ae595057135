package io.minimaxmcp.server.transport.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.server.rpc.Incoming.Request;
import io.minimaxmcp.server.rpc.MessageReader;
import io.minimaxmcp.server.rpc.Wire;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The open responses of one session. An answer goes where its request came from, progress where its token did; what the
 * server asks goes along with the request under way, and all other news to whoever listens.
 */
final class Streams implements Wire {
    /** A client has use for one; more are those whose end we have not noticed yet. */
    private static final int MOST_LISTENING = 8;

    private final Map<JsonNode, Outlet> byRequest = new LinkedHashMap<>();
    private final Map<JsonNode, Outlet> byToken = new LinkedHashMap<>();
    private final Deque<EventStream> listening = new ArrayDeque<>();

    synchronized void open(Request request, Outlet outlet) {
        byRequest.put(request.id(), outlet);
        token(request).ifPresent(token -> byToken.put(token, outlet));
    }

    /** Nothing more will be said about the request. Where it has not been answered, it never will be. */
    void close(Request request, Outlet outlet) {
        synchronized (this) {
            byRequest.remove(request.id(), outlet);
            token(request).ifPresent(token -> byToken.remove(token, outlet));
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
        JsonNode id = MessageReader.id(message.get("id"));
        if (!message.has("method")) {
            Outlet asked = id == null ? null : answered(id);
            return asked != null && asked.answer(message);
        }
        return tell(message, id != null, false);
    }

    @Override
    public boolean sendIfRoom(JsonNode message) {
        Outlet asked = byToken(message);
        return asked == null ? tell(message, false, true) : asked.tell(message, true);
    }

    /** Tells whoever listens. */
    boolean news(JsonNode message, boolean onlyIfRoom) {
        return tell(message, false, onlyIfRoom);
    }

    private synchronized @Nullable Outlet answered(JsonNode id) {
        return byRequest.remove(id);
    }

    private synchronized @Nullable Outlet byToken(JsonNode message) {
        JsonNode token = MessageReader.id(message.path("params").get("progressToken"));
        return token == null ? null : byToken.get(token);
    }

    private boolean tell(JsonNode message, boolean isQuestion, boolean onlyIfRoom) {
        return candidates(isQuestion).stream().anyMatch(outlet -> outlet.tell(message, onlyIfRoom));
    }

    private synchronized List<Outlet> candidates(boolean isQuestion) {
        List<Outlet> candidates = new ArrayList<>();
        if (isQuestion) {
            candidates.addAll(byRequest.values());
        }
        candidates.addAll(listening);
        return candidates;
    }

    private static Optional<JsonNode> token(Request request) {
        return Optional.ofNullable(
                MessageReader.id(request.params().path("_meta").get("progressToken")));
    }

    void close() {
        List<Outlet> all;
        synchronized (this) {
            all = new ArrayList<>(byRequest.values());
            all.addAll(listening);
        }
        all.forEach(Outlet::end);
    }
}
