package io.minimaxmcp.server.mcp.stateless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.server.rpc.RpcException;
import io.minimaxmcp.tools.tool.Confirmer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Asks the person by a Multi Round-Trip Request: the question goes back as the result, and the same call comes again with
 * the answer.
 *
 * <p>The {@code requestState} that travels with it is the token of the question. It cannot be forged, for the ledger knows
 * which tokens it gave out; it is the tenant's own, good for a quarter of an hour, once, and for the same call at the same
 * price. Any other is as good as none: the question is put again.
 */
final class RoundTrip implements Confirmer {
    private static final String QUESTION = "confirm";

    private final Call call;
    private volatile @Nullable ObjectNode question;

    RoundTrip(Call call) {
        this.call = call;
        if (call.params().has("inputResponses")
                && !call.params().path("inputResponses").isObject()) {
            throw RpcException.invalidParams("inputResponses must be an object");
        }
    }

    /** The params of the call, with the token where the person has said yes. */
    ObjectNode params() {
        JsonNode token = call.params().path("requestState");
        ObjectNode params = call.params().deepCopy();
        if (action().equals("accept") && token.isTextual() && params.get("arguments") instanceof ObjectNode arguments) {
            arguments.put(QUESTION, token.textValue());
        }
        return params;
    }

    /** Asked only where the token, if there was one, did not say yes. */
    @Override
    public CompletionStage<Reply> ask(String words) {
        boolean refused = action().equals("decline") || action().equals("cancel");
        return CompletableFuture.completedFuture(refused ? Reply.NO : Reply.CANNOT_ASK);
    }

    @Override
    public void askLater(String words, String token) {
        if (!call.meta().capabilities().canAsk()) {
            return;
        }
        ObjectNode asked = JsonNodeFactory.instance.objectNode().put("resultType", "input_required");
        ObjectNode request =
                asked.putObject("inputRequests").putObject(QUESTION).put("method", "elicitation/create");
        ObjectNode form = request.putObject("params").put("mode", "form").put("message", words);
        form.putObject("requestedSchema").put("type", "object").putObject("properties");
        question = asked.put("requestState", token);
    }

    /** What to answer instead of the call's own result; empty where nothing had to be asked. */
    Optional<ObjectNode> question() {
        return Optional.ofNullable(question);
    }

    private String action() {
        return call.params().at("/inputResponses/" + QUESTION + "/action").asText();
    }
}
