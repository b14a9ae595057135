package io.minimaxmcp.server.mcp.stateless;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.server.rpc.RpcException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Multi Round-Trip Requests as the suite's tools make them: one question or more in each round, with a state that is signed. */
final class FixtureRounds {
    private static final Map<String, String> CAPABILITIES =
            Map.of("elicitation/create", "elicitation", "sampling/createMessage", "sampling", "roots/list", "roots");

    private final SecretKeySpec key;

    FixtureRounds() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        this.key = new SecretKeySpec(secret, "HmacSHA256");
    }

    /** What has to be asked before this call can be answered; empty once all rounds are over. */
    Optional<ObjectNode> question(JsonNode entry, Call call) {
        JsonNode rounds = entry.path("rounds");
        int round = round(call.params());
        if (round < rounds.size() && isAnswered(offered(entry, rounds.get(round), call), call.params())) {
            round++;
        }
        if (round >= rounds.size()) {
            return Optional.empty();
        }
        ObjectNode asked = JsonNodeFactory.instance.objectNode().put("resultType", "input_required");
        asked.set("inputRequests", offered(entry, rounds.get(round), call));
        return Optional.of(entry.has("state") ? asked.put("requestState", state(round)) : asked);
    }

    /** Where the tool looks at it, only what the client says it can answer. */
    private static ObjectNode offered(JsonNode entry, JsonNode requests, Call call) {
        ObjectNode offered = requests.deepCopy();
        if (entry.has("offered")) {
            JsonNode stated = call.meta().capabilities().stated();
            requests.properties().forEach(request -> {
                if (!stated.has(
                        CAPABILITIES.get(request.getValue().path("method").asText()))) {
                    offered.remove(request.getKey());
                }
            });
        }
        return offered;
    }

    private static boolean isAnswered(ObjectNode requests, ObjectNode params) {
        return requests.properties().stream().allMatch(request -> {
            JsonNode answer = params.path("inputResponses").path(request.getKey());
            return switch (request.getValue().path("method").asText()) {
                case "elicitation/create" -> answer.path("action").isTextual();
                case "roots/list" -> answer.path("roots").isArray();
                default -> answer.path("content").isContainerNode();
            };
        });
    }

    private int round(ObjectNode params) {
        JsonNode state = params.path("requestState");
        if (!state.isTextual()) {
            return 0;
        }
        int round = Character.digit(
                state.textValue().isEmpty() ? ' ' : state.textValue().charAt(0), 10);
        if (!MessageDigest.isEqual(
                state.textValue().getBytes(UTF_8), state(round).getBytes(UTF_8))) {
            throw RpcException.invalidParams("requestState is none that was given out here");
        }
        return round;
    }

    private String state(int round) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] signature = mac.doFinal(("round " + round).getBytes(UTF_8));
            return round + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException bug) {
            throw new IllegalStateException(bug);
        }
    }
}
