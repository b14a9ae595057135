package io.minimaxmcp.server.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.tools.tool.Cancellation;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** The requests of one peer that are not answered yet, and how to cancel them. */
public final class InFlight {
    private final ConcurrentHashMap<JsonNode, Cancellation> calls = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> settled = new CompletableFuture<>();
    private volatile boolean closing;

    /** Enters a request; empty when one with this id is still being answered. */
    public Optional<Cancellation> begin(JsonNode id) {
        Cancellation cancellation = new Cancellation();
        return calls.putIfAbsent(id, cancellation) == null ? Optional.of(cancellation) : Optional.empty();
    }

    public void end(JsonNode id) {
        calls.remove(id);
        settleWhenEmpty();
    }

    /** Cancels a request, if it is still there: an answer and a cancellation may cross. */
    public void cancel(JsonNode id) {
        Cancellation cancellation = calls.get(id);
        if (cancellation != null) {
            cancellation.request();
        }
    }

    public void cancelAll() {
        calls.values().forEach(Cancellation::request);
    }

    public int size() {
        return calls.size();
    }

    /** Completes when all are answered. From now on no new ones begin. */
    public CompletionStage<Void> settle() {
        closing = true;
        settleWhenEmpty();
        return settled;
    }

    private void settleWhenEmpty() {
        if (closing && calls.isEmpty()) {
            settled.complete(null);
        }
    }
}
