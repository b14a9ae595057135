package io.minimaxmcp.server.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.server.rpc.RpcException;
import io.minimaxmcp.tools.tool.Stages;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Reads what methods have in common from their params. */
public final class Params {
    private Params() {}

    /** Refuses a cursor: our lists have one page, so nobody was given one. */
    public static CompletionStage<ObjectNode> onePage(ObjectNode params) {
        return params.hasNonNull("cursor")
                ? CompletableFuture.failedFuture(RpcException.invalidParams("Unknown cursor: there is one page"))
                : Stages.of(params);
    }

    /** A member that must be text; throws {@link RpcException} when it is not. */
    public static String text(JsonNode params, String member) {
        JsonNode value = params.path(member);
        if (!value.isTextual() || value.textValue().isEmpty()) {
            throw RpcException.invalidParams(member + " must be a text");
        }
        return value.textValue();
    }
}
