package io.minimaxmcp.server.mcp.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.server.mcp.ProgressReports;
import io.minimaxmcp.server.rpc.TraceParent;
import io.minimaxmcp.server.rpc.Wire;
import io.minimaxmcp.tools.tool.CallContext;
import io.minimaxmcp.tools.tool.Cancellation;
import io.minimaxmcp.tools.tool.Confirmer;
import io.minimaxmcp.tools.tool.Progress;
import io.modelcontextprotocol.server.McpAsyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities.Elicitation;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Who sent a request, while it is being answered.
 *
 * @param exchange what the SDK knows of them
 * @param way to them, for what belongs to this request
 * @param cancellation theirs, should they lose interest
 */
record Caller(Session session, McpAsyncServerExchange exchange, Wire way, Cancellation cancellation) {

    String clientName() {
        return exchange.getClientInfo().name();
    }

    /** The context of a tool call with these params. */
    CallContext context(ObjectNode params, Duration patience, Executor executor) {
        return new CallContext(
                session.tenant(),
                session.localPaths(),
                patience,
                progress(params),
                cancellation,
                canBeAsked() ? new Question(this, patience, executor) : Confirmer.NOBODY,
                TraceParent.in(params).orElse(null));
    }

    /** Asks the client for what this request needs; fails when no answer comes in time. */
    CompletionStage<JsonNode> ask(String method, ObjectNode params, Duration patience) {
        return session.questions().ask(way, method, params, patience);
    }

    /** Tells the client what came up with this request, if it wants to hear of that level. */
    void log(LogLevel level, String logger, JsonNode data) {
        if (session.hears(level)) {
            way.send(LoggingMethods.message(level, logger, data));
        }
    }

    private Consumer<Progress> progress(ObjectNode params) {
        return ProgressReports.of(params, news -> {
            if (!cancellation.isRequested()) {
                way.sendIfRoom(Session.message("notifications/progress", news));
            }
        });
    }

    private boolean canBeAsked() {
        Elicitation elicitation = exchange.getClientCapabilities().elicitation();
        return elicitation != null && elicitation.form() != null;
    }
}
