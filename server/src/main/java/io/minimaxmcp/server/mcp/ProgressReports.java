package io.minimaxmcp.server.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.server.rpc.MessageReader;
import io.minimaxmcp.tools.tool.Progress;
import java.util.function.Consumer;

/** Reports a call's progress under the token that its client gave, and keeps it rising, as the protocol asks. */
public final class ProgressReports implements Consumer<Progress> {
    private final JsonNode token;
    private final Consumer<ObjectNode> told;
    private double last = -1;

    private ProgressReports(JsonNode token, Consumer<ObjectNode> told) {
        this.token = token;
        this.told = told;
    }

    /**
     * For clients that gave no token, progress goes nowhere.
     *
     * @param params of the call
     * @param told takes the params of each {@code notifications/progress}; may leave some out
     */
    public static Consumer<Progress> of(ObjectNode params, Consumer<ObjectNode> told) {
        JsonNode token = MessageReader.id(params.path("_meta").get("progressToken"));
        return token == null ? ignored -> {} : new ProgressReports(token, told);
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
        told.accept(params);
    }
}
