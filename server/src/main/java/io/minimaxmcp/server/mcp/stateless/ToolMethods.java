package io.minimaxmcp.server.mcp.stateless;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.server.mcp.Params;
import io.minimaxmcp.server.mcp.Patience;
import io.minimaxmcp.server.mcp.ProgressReports;
import io.minimaxmcp.server.mcp.Revision;
import io.minimaxmcp.server.mcp.Tasks;
import io.minimaxmcp.server.mcp.ToolCalls;
import io.minimaxmcp.server.rpc.TraceParent;
import io.minimaxmcp.tools.tool.CallContext;
import io.minimaxmcp.tools.tool.Stages;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** {@code tools/list} and {@code tools/call}. */
final class ToolMethods {
    /** What takes no longer is answered at once, task or not. */
    private static final Duration SOON = Duration.ofSeconds(2);

    private final ToolCalls tools;
    private final Duration patience;
    private final Tasks tasks;
    private final TaskJson json;

    ToolMethods(ToolCalls tools, Patience patience, Tasks tasks, TaskJson json) {
        this.tools = tools;
        // In this revision what a client calls itself is for display alone.
        this.patience = patience.with(null);
        this.tasks = tasks;
        this.json = json;
    }

    CompletionStage<ObjectNode> list(Call call) {
        return Params.onePage(call.params()).thenApply(ok -> tools.list(call.tenant()));
    }

    CompletionStage<ObjectNode> call(Call call) {
        boolean mayBecomeTask = call.meta().capabilities().hasExtension(TaskMethods.EXTENSION)
                && tasks.mayTakeLong(call.params().path("name").asText());
        RoundTrip roundTrip = new RoundTrip(call);
        CallContext context = new CallContext(
                call.tenant(),
                call.localPaths(),
                mayBecomeTask && SOON.compareTo(patience) < 0 ? SOON : patience,
                ProgressReports.of(call.params(), news -> call.stream().tellIfRoom("notifications/progress", news)),
                call.cancellation(),
                roundTrip,
                TraceParent.in(call.params()).orElse(null));
        return tools.call(roundTrip.params(), Revision.V2026_07_28, context)
                .thenApply(roundTrip::answer)
                .thenCompose(result -> mayBecomeTask ? taskOr(call, result) : Stages.of(result));
    }

    private CompletionStage<ObjectNode> taskOr(Call call, ObjectNode result) {
        return tasks.begunBy(call.tenant(), result)
                .thenApply(begun -> begun.map(json::created).orElse(result));
    }
}
