package io.minimaxmcp.server.mcp.stateless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.tools.tool.Progress;
import java.util.function.Consumer;

/** Sends a call's progress under the token that the client gave, and keeps it rising. */
final class ProgressReports implements Consumer<Progress> {
    private final JsonNode token;
    private final ResponseStream stream;
    private double last = -1;

    private ProgressReports(JsonNode token, ResponseStream stream) {
        this.token = token;
        this.stream = stream;
    }

    /** For clients that gave no token, progress goes nowhere. */
    static Consumer<Progress> of(Call call) {
        JsonNode token = call.meta().progressToken();
        return token == null ? ignored -> {} : new ProgressReports(token, call.stream());
    }

    @Override
    public synchronized void accept(Progress news) {
        if (news.progress() <= last) {
            return;
        }
        last = news.progress();
        ObjectNode params = JsonNodeFactory.instance.objectNode();
        params.set("progressToken", token);
        params.put("progress", news.progress()).put("total", news.total()).put("message", news.message());
        stream.tellIfRoom("notifications/progress", params);
    }
}
