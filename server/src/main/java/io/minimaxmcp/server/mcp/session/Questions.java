package io.minimaxmcp.server.mcp.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.server.rpc.Incoming.Response;
import io.minimaxmcp.server.rpc.RpcError;
import io.minimaxmcp.server.rpc.RpcException;
import io.minimaxmcp.server.rpc.Wire;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the server asks its client, and has not been answered yet. */
final class Questions {
    private static final Logger LOG = LoggerFactory.getLogger(Questions.class);
    private static final RpcError GONE = RpcError.of(RpcError.INTERNAL, "The client is gone");

    private final Map<String, CompletableFuture<JsonNode>> open = new ConcurrentHashMap<>();
    private final AtomicLong asked = new AtomicLong();

    /**
     * Asks by way of the wire; fails where the client refuses, is gone, or takes longer than it may. One that took too
     * long is told that nobody waits for its answer any more.
     */
    CompletionStage<JsonNode> ask(Wire way, String method, ObjectNode params, Duration patience) {
        String id = "ask-" + asked.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        open.put(id, answer);
        ObjectNode question = Session.message(method, params);
        if (!way.send(question.put("id", id)) && open.remove(id) != null) {
            answer.completeExceptionally(new RpcException(GONE));
        }
        return answer.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).whenComplete((said, failure) -> {
            // Whatever else ends a question takes it away first.
            if (open.remove(id) != null && failure != null) {
                ObjectNode late = JsonNodeFactory.instance.objectNode().put("requestId", id);
                way.send(Session.message("notifications/cancelled", late));
            }
        });
    }

    void answer(Response response) {
        CompletableFuture<JsonNode> waiting = open.remove(response.id().asText());
        if (waiting == null) {
            LOG.debug("an answer to nothing that was asked");
        } else if (response.error() != null) {
            waiting.completeExceptionally(new RpcException(response.error()));
        } else {
            waiting.complete(response.result());
        }
    }

    /** Nobody will answer any more: the calls behind the questions go on without. */
    void giveUp() {
        for (String id : List.copyOf(open.keySet())) {
            CompletableFuture<JsonNode> waiting = open.remove(id);
            if (waiting != null) {
                waiting.completeExceptionally(new RpcException(GONE));
            }
        }
    }
}
