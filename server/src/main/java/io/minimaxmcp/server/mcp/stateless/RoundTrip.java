package io.minimaxmcp.server.mcp.stateless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.server.rpc.RpcException;
import io.minimaxmcp.tools.tool.Confirmer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Asks the person by a Multi Round-Trip Request: the question goes back as the result, and the same call comes again with
 * the answer.
 *
 * <p>The {@code requestState} that travels with it is the token of the question. It cannot be forged, for the ledger knows
 * which tokens it gave out; it is the tenant's own, good for a quarter of an hour, once, and for the same call at the same
 * price. A yes that comes with any other is refused, never asked about again: whoever sent it is not who was asked.
 */
final class RoundTrip implements Confirmer {
    private static final String QUESTION = "confirm";
    private static final String STATE = "requestState";

    private final Call call;
    private volatile @Nullable ObjectNode question;
    private volatile boolean stateIsBad;

    RoundTrip(Call call) {
        this.call = call;
        JsonNode responses = call.params().path("inputResponses");
        if (!isObjectOrMissing(responses) || !isObjectOrMissing(responses.path(QUESTION))) {
            throw RpcException.invalidParams("inputResponses must be an object of objects");
        }
        if (call.params().has(STATE) && !call.params().path(STATE).isTextual()) {
            throw RpcException.invalidParams(STATE + " must be a text");
        }
    }

    private static boolean isObjectOrMissing(JsonNode node) {
        return node.isObject() || node.isMissingNode();
    }

    /** The params of the call, with the token where the person has said yes. */
    ObjectNode params() {
        ObjectNode params = call.params().deepCopy();
        if (saysYes() && params.get("arguments") instanceof ObjectNode arguments) {
            arguments.set(QUESTION, params.get(STATE));
        }
        return params;
    }

    /** Asked only where the token, if there was one, did not say yes. */
    @Override
    public CompletionStage<Reply> ask(String words) {
        stateIsBad = saysYes();
        boolean refused = stateIsBad || action().equals("decline") || action().equals("cancel");
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
        question = asked.put(STATE, token);
    }

    /** What to answer: the question in place of the call's own result, where there is one. */
    ObjectNode answer(ObjectNode result) {
        if (stateIsBad) {
            throw RpcException.invalidParams(STATE + " is forged, used up, expired, or for another call or price:"
                    + " nothing was sent. Make the call without it to ask the person anew");
        }
        ObjectNode asked = question;
        return asked == null ? result : asked;
    }

    private boolean saysYes() {
        return action().equals("accept") && call.params().has(STATE);
    }

    private String action() {
        return call.params().at("/inputResponses/" + QUESTION + "/action").asText();
    }
}
