package io.minimaxmcp.server.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One JSON-RPC message from the peer. Ids are text or whole numbers, in a form whose {@code equals} can be trusted. */
public sealed interface Incoming {

    /** Asks for an answer. */
    record Request(JsonNode id, String method, ObjectNode params) implements Incoming {}

    /** Asks for none. */
    record Notification(String method, ObjectNode params) implements Incoming {}

    /** Answers a request of ours: exactly one of {@code result} and {@code error} is there. */
    record Response(
            JsonNode id,
            @Nullable JsonNode result,
            @Nullable RpcError error) implements Incoming {}

    /** Several at once, which not every peer may send. */
    record Batch(List<Incoming> messages) implements Incoming {
        /** How many of them are answered, if only with an error. */
        public int answered() {
            return Math.toIntExact(messages.stream()
                    .filter(message -> message instanceof Request || message instanceof Unusable)
                    .count());
        }
    }

    /**
     * Cannot be taken as any of them.
     *
     * @param id of the request that this may have been meant as; null where that cannot be told
     * @param error what to answer
     */
    record Unusable(@Nullable JsonNode id, RpcError error) implements Incoming {}
}
