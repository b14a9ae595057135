package io.minimaxmcp.server.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.server.rpc.RpcError;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a task stands.
 *
 * @param version greater with each change
 * @param message for a person or a model to read
 * @param kept how long after its beginning it can be asked for at least; null for ever
 * @param askAfter when to look again
 * @param outcome what there is to say beside the status
 */
public record TaskState(
        String taskId,
        int version,
        Instant createdAt,
        Instant updatedAt,
        @Nullable String message,
        @Nullable Duration kept,
        Duration askAfter,
        Outcome outcome) {

    /** What there is to say of a task, by its status. */
    public sealed interface Outcome {}

    /** It goes on. */
    public record Working() implements Outcome {}

    /** It goes on when somebody has answered these requests. */
    public record InputRequired(ObjectNode requests) implements Outcome {}

    /** It is over; this is what the call would have been answered, a failure of its tool included. */
    public record Completed(ObjectNode result) implements Outcome {}

    /** The call would have been refused. */
    public record Failed(RpcError error) implements Outcome {}

    /** It was taken back before it was over. */
    public record Cancelled() implements Outcome {}

    public boolean isOver() {
        return !(outcome instanceof Working || outcome instanceof InputRequired);
    }
}
