package io.minimaxmcp.server.mcp.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.CompletionStage;

/** What one method answers. Fails with {@code RpcException} where the request was wrong; never throws. */
@FunctionalInterface
interface Method {
    CompletionStage<? extends JsonNode> answer(ObjectNode params, Caller caller);
}
