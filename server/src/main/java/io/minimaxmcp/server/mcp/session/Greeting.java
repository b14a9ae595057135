package io.minimaxmcp.server.mcp.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.server.rpc.RpcError;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities;
import io.modelcontextprotocol.spec.McpSchema.Implementation;
import io.modelcontextprotocol.spec.McpSchema.InitializeRequest;
import io.modelcontextprotocol.spec.McpSchema.InitializeResult;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;

/**
 * The two messages of the handshake, read and written member by member: to let Jackson look into the SDK's records takes
 * a fifth of a start, and every client of stdio waits for the start.
 */
final class Greeting {
    private Greeting() {}

    static InitializeRequest read(JsonNode params) {
        JsonNode client = params.path("clientInfo");
        JsonNode capabilities = params.path("capabilities");
        if (!params.path("protocolVersion").isTextual()
                || !isObjectOrMissing(client)
                || !isObjectOrMissing(capabilities)) {
            throw McpError.builder(RpcError.INVALID_PARAMS)
                    .message("initialize takes protocolVersion, capabilities and clientInfo")
                    .build();
        }
        Implementation who = Implementation.builder(
                        client.path("name").asText("unknown"),
                        client.path("version").asText("unknown"))
                .build();
        return InitializeRequest.builder(params.path("protocolVersion").textValue(), capabilities(capabilities), who)
                .build();
    }

    private static boolean isObjectOrMissing(JsonNode node) {
        return node.isObject() || node.isMissingNode();
    }

    private static ClientCapabilities capabilities(JsonNode stated) {
        ClientCapabilities.Builder known = ClientCapabilities.builder();
        if (stated.path("elicitation").isObject()) {
            boolean url = stated.path("elicitation").has("url");
            // No form of elicitation named means forms.
            boolean form = !url || stated.path("elicitation").has("form");
            known.elicitation(form, url);
        }
        if (stated.path("sampling").isObject()) {
            known.sampling();
        }
        if (stated.path("roots").isObject()) {
            known.roots(stated.path("roots").path("listChanged").asBoolean());
        }
        return known.build();
    }

    static ObjectNode write(InitializeResult result) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("protocolVersion", result.protocolVersion());
        answer.set("capabilities", capabilities(result.capabilities()));
        answer.putObject("serverInfo")
                .put("name", result.serverInfo().name())
                .put("title", result.serverInfo().title())
                .put("version", result.serverInfo().version());
        return answer.put("instructions", result.instructions());
    }

    private static ObjectNode capabilities(ServerCapabilities offered) {
        ObjectNode capabilities = JsonNodeFactory.instance.objectNode();
        if (offered.tools() != null) {
            capabilities.putObject("tools").put("listChanged", offered.tools().listChanged());
        }
        if (offered.resources() != null) {
            capabilities
                    .putObject("resources")
                    .put("subscribe", offered.resources().subscribe())
                    .put("listChanged", offered.resources().listChanged());
        }
        if (offered.prompts() != null) {
            capabilities
                    .putObject("prompts")
                    .put("listChanged", offered.prompts().listChanged());
        }
        if (offered.completions() != null) {
            capabilities.putObject("completions");
        }
        if (offered.logging() != null) {
            capabilities.putObject("logging");
        }
        return capabilities;
    }
}
