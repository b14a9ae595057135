package io.minimaxmcp.server.mcp.stateless;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.server.mcp.Params;
import io.minimaxmcp.server.mcp.Patience;
import io.minimaxmcp.server.mcp.Revision;
import io.minimaxmcp.server.mcp.ToolCalls;
import io.minimaxmcp.tools.tool.CallContext;
import io.minimaxmcp.tools.tool.Confirmer;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** {@code tools/list} and {@code tools/call}. */
final class ToolMethods {
    private final ToolCalls tools;
    private final Duration patience;

    ToolMethods(ToolCalls tools, Patience patience) {
        this.tools = tools;
        // In this revision what a client calls itself is for display alone.
        this.patience = patience.with(null);
    }

    CompletionStage<ObjectNode> list(Call call) {
        return Params.onePage(call.params()).thenApply(ok -> tools.list());
    }

    CompletionStage<ObjectNode> call(Call call) {
        CallContext context = new CallContext(
                call.tenant(),
                call.localPaths(),
                patience,
                ProgressReports.of(call),
                call.cancellation(),
                Confirmer.NOBODY);
        return tools.call(call.params(), Revision.V2026_07_28, context);
    }
}
