package io.minimaxmcp.server.mcp.stateless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.server.rpc.RpcError;
import io.minimaxmcp.server.rpc.RpcException;

/** What the client can do, as far as this one request goes. */
record ClientCapabilities(JsonNode stated) {

    /** Whether the client can show a person a form; one that names no kind of elicitation means forms. */
    boolean canAsk() {
        JsonNode elicitation = stated.path("elicitation");
        return elicitation.isObject() && (elicitation.has("form") || !elicitation.has("url"));
    }

    boolean hasExtension(String name) {
        return stated.path("extensions").path(name).isObject();
    }

    /** Throws an {@link RpcException} that names the extension, unless the client has it. */
    void requireExtension(String name) {
        if (!hasExtension(name)) {
            ObjectNode data = JsonNodeFactory.instance.objectNode();
            data.putObject("requiredCapabilities").putObject("extensions").putObject(name);
            throw new RpcException(
                    new RpcError(RpcError.MISSING_CAPABILITY, "The client must have the extension " + name, data));
        }
    }
}
