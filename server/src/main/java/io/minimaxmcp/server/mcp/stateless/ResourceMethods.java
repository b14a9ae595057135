package io.minimaxmcp.server.mcp.stateless;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.server.mcp.Params;
import io.minimaxmcp.server.mcp.Resources;
import io.minimaxmcp.server.rpc.RpcError;
import io.minimaxmcp.server.rpc.RpcException;
import java.util.concurrent.CompletionStage;

/** {@code resources/list}, {@code resources/templates/list} and {@code resources/read}. */
record ResourceMethods(Resources resources) {

    CompletionStage<ObjectNode> list(Call call) {
        return Params.onePage(call.params()).thenCompose(ok -> resources.list(call.tenant()));
    }

    CompletionStage<ObjectNode> templates(Call call) {
        return Params.onePage(call.params()).thenApply(ok -> resources.templates());
    }

    CompletionStage<ObjectNode> read(Call call) {
        String uri = Params.text(call.params(), "uri");
        return resources.read(call.tenant(), uri).thenApply(found -> found.orElseThrow(() -> notFound(uri)));
    }

    /** Earlier revisions had a code of their own for this. */
    private static RpcException notFound(String uri) {
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("uri", uri);
        return new RpcException(new RpcError(RpcError.INVALID_PARAMS, "Resource not found", data));
    }
}
