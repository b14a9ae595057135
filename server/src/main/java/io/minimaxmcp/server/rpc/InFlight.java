package io.minimaxmcp.server.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.tools.tool.Cancellation;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The requests of one peer that are not answered yet, and how to cancel them. */
public final class InFlight {
    private final ConcurrentHashMap<JsonNode, Cancellation> byId = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private final CompletableFuture<Void> settled = new CompletableFuture<>();
    private volatile boolean closing;

    /** Enters a request; empty when one with this id is still being answered. */
    public Optional<Cancellation> begin(JsonNode id) {
        Cancellation cancellation = new Cancellation();
        if (byId.putIfAbsent(id, cancellation) != null) {
            return Optional.empty();
        }
        open.incrementAndGet();
        return Optional.of(cancellation);
    }

    /** All there is to do for a request is done. */
    public void end(JsonNode id, Cancellation cancellation) {
        byId.remove(id, cancellation);
        open.decrementAndGet();
        settleWhenEmpty();
    }

    /** Cancels a request, if it is still there: an answer and a cancellation may cross. */
    public void cancel(JsonNode id) {
        Cancellation cancellation = byId.get(id);
        if (cancellation != null) {
            cancellation.request();
        }
    }

    public void cancelAll() {
        byId.values().forEach(Cancellation::request);
    }

    /** Answers whoever still waits with this, and cancels what they wait for. */
    public void refuseAll(RpcError error, Wire wire) {
        Map.copyOf(byId).forEach((id, cancellation) -> {
            if (byId.remove(id, cancellation)) {
                cancellation.request();
                wire.send(error.answer(id));
            }
        });
    }

    /** Completes when all is done. From now on nothing new begins. */
    public CompletionStage<Void> settle() {
        closing = true;
        settleWhenEmpty();
        return settled;
    }

    private void settleWhenEmpty() {
        if (closing && open.get() == 0) {
            settled.complete(null);
        }
    }

    /**
     * The same wire, but an id is free again before its answer is out, for the peer may use it at once; and a request that
     * was answered already is not answered again.
     */
    public Wire freeingIds(Wire wire) {
        return new Wire() {
            @Override
            public boolean send(JsonNode message) {
                JsonNode id = MessageReader.id(message.get("id"));
                boolean isAnswered = id != null && !message.has("method") && byId.remove(id) == null;
                return !isAnswered && wire.send(message);
            }

            @Override
            public boolean sendIfRoom(JsonNode message) {
                return wire.sendIfRoom(message);
            }

            @Override
            public Wire about(JsonNode requestId) {
                return wire.about(requestId);
            }
        };
    }
}
