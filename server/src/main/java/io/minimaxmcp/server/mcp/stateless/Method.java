package io.minimaxmcp.server.mcp.stateless;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.CompletionStage;

/** What one method answers. Throws or fails with {@code RpcException} where the request was wrong. */
@FunctionalInterface
interface Method {
    /** A result; one that says no {@code resultType} is complete. To be read only. */
    CompletionStage<ObjectNode> answer(Call call);
}
