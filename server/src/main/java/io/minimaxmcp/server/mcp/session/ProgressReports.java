package io.minimaxmcp.server.mcp.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.server.rpc.Wire;
import io.minimaxmcp.tools.tool.Cancellation;
import io.minimaxmcp.tools.tool.Progress;
import java.util.function.Consumer;

/** Sends a call's progress under the token that the client gave, and keeps it rising, as the protocol asks. */
final class ProgressReports implements Consumer<Progress> {
    private final JsonNode token;
    private final Wire way;
    private final Cancellation cancellation;
    private double last = -1;

    ProgressReports(JsonNode token, Wire way, Cancellation cancellation) {
        this.token = token;
        this.way = way;
        this.cancellation = cancellation;
    }

    @Override
    public synchronized void accept(Progress news) {
        if (news.progress() <= last || cancellation.isRequested()) {
            return;
        }
        last = news.progress();
        ObjectNode said =
                JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0").put("method", "notifications/progress");
        said.putObject("params")
                .<ObjectNode>set("progressToken", token)
                .put("progress", news.progress())
                .put("total", news.total())
                .put("message", news.message());
        way.sendIfRoom(said);
    }
}
