package io.minimaxmcp.server.mcp.stateless;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.server.mcp.Instructions;
import io.minimaxmcp.server.mcp.Revision;
import io.minimaxmcp.tools.tool.Stages;
import java.util.concurrent.CompletionStage;

/** {@code server/discover}: what can be asked of this server, for whoever wants to know before asking. */
final class Discovery {
    private Discovery() {}

    static CompletionStage<ObjectNode> discover(Call call) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putArray("supportedVersions").add(Revision.V2026_07_28.date());
        answer.set("capabilities", capabilities());
        return Stages.of(answer.put("instructions", Instructions.text()));
    }

    /** Exactly what there are methods for. */
    private static ObjectNode capabilities() {
        ObjectNode capabilities = JsonNodeFactory.instance.objectNode();
        capabilities.putObject("tools").put("listChanged", true);
        capabilities.putObject("resources").put("subscribe", true).put("listChanged", true);
        capabilities.putObject("prompts");
        capabilities.putObject("completions");
        capabilities.putObject("extensions").putObject(TaskMethods.EXTENSION);
        return capabilities;
    }
}
