package io.minimaxmcp.server.mcp.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.tools.tool.Cancellation;
import io.minimaxmcp.tools.tool.Progress;
import io.modelcontextprotocol.server.McpAsyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import java.util.function.Consumer;

/** Sends a call's progress under the token that the client gave, and keeps it rising, as the protocol asks. */
final class ProgressReports implements Consumer<Progress> {
    private final Object token;
    private final McpAsyncServerExchange exchange;
    private final Cancellation cancellation;
    private double last = -1;

    ProgressReports(JsonNode token, McpAsyncServerExchange exchange, Cancellation cancellation) {
        this.token = token.isTextual() ? token.textValue() : token.longValue();
        this.exchange = exchange;
        this.cancellation = cancellation;
    }

    @Override
    public synchronized void accept(Progress news) {
        if (news.progress() <= last || cancellation.isRequested()) {
            return;
        }
        last = news.progress();
        ProgressNotification said = ProgressNotification.builder(token, news.progress())
                .total(news.total())
                .message(news.message())
                .build();
        exchange.progressNotification(said).subscribe();
    }
}
