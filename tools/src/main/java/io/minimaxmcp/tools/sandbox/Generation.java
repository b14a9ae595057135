package io.minimaxmcp.tools.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.Json;

/** MiniMax's two protocol generations: they differ in how they say no. */
enum Generation {
    /** HTTP 200 whatever happens, and the truth in {@code base_resp}. */
    FIRST {
        @Override
        Answer refused(Refusal refusal, String requestId) {
            return Answer.json(refusal.httpStatus(), withBaseResp(Json.MAPPER.createObjectNode(), refusal));
        }
    },
    /** Real HTTP statuses and OpenAI-style bodies; the number only at the end of the words. */
    SECOND {
        @Override
        Answer refused(Refusal refusal, String requestId) {
            StatusCodes.SecondGeneration form = StatusCodes.secondGeneration(refusal.code());
            int http = refusal.httpStatus() == 200 ? form.http() : refusal.httpStatus();
            ObjectNode body = Json.MAPPER.createObjectNode().put("type", "error");
            body.putObject("error")
                    .put("type", form.type())
                    .put("message", refusal.words() + " (" + refusal.code() + ")")
                    .put("http_code", Integer.toString(http));
            return Answer.json(http, body.put("request_id", requestId));
        }
    };

    abstract Answer refused(Refusal refusal, String requestId);

    static ObjectNode withBaseResp(ObjectNode body, Refusal refusal) {
        body.putObject("base_resp").put("status_code", refusal.code()).put("status_msg", refusal.words());
        return body;
    }
}
