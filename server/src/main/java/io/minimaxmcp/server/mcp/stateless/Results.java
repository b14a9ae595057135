package io.minimaxmcp.server.mcp.stateless;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.server.mcp.ServerIdentity;

/** Gives results what every result of this revision has: its type, and who answered. */
record Results(ServerIdentity identity) {
    private static final String SERVER_INFO = "io.modelcontextprotocol/serverInfo";

    /** A copy that can go out; a result that says no type is complete. */
    ObjectNode finished(ObjectNode result) {
        ObjectNode finished = JsonNodeFactory.instance.objectNode().put("resultType", "complete");
        finished.setAll(result);
        ObjectNode meta = finished.path("_meta").isObject()
                ? finished.path("_meta").deepCopy()
                : JsonNodeFactory.instance.objectNode();
        meta.putObject(SERVER_INFO)
                .put("name", identity.name())
                .put("title", identity.title())
                .put("version", identity.version());
        return finished.set("_meta", meta);
    }
}
