package io.minimaxmcp.server.mcp.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.minimaxmcp.schemas.Json;
import io.minimaxmcp.server.rpc.RpcError;
import io.minimaxmcp.server.rpc.RpcResult;
import io.minimaxmcp.server.rpc.Wire;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.InitializeRequest;
import io.modelcontextprotocol.spec.McpSchema.InitializeResult;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpServerTransport;
import reactor.core.publisher.Mono;

/** Lets an SDK session answer through a wire of ours. Nothing else comes this way: what is asked and told has ways of its own. */
final class SdkWire implements McpServerTransport {
    private final Wire wire;

    SdkWire(Wire wire) {
        this.wire = wire;
    }

    @Override
    public Mono<Void> sendMessage(JSONRPCMessage message) {
        // An answer that nobody reads any more is nobody's loss.
        return Mono.fromRunnable(() -> wire.send(json(message)));
    }

    private static ObjectNode json(JSONRPCMessage message) {
        if (message instanceof JSONRPCResponse answer && answer.result() instanceof JsonNode result) {
            return new RpcResult(result).answer(id(answer.id()));
        }
        if (message instanceof JSONRPCResponse answer && answer.result() instanceof InitializeResult greeting) {
            return new RpcResult(Greeting.write(greeting)).answer(id(answer.id()));
        }
        return Json.MAPPER.valueToTree(message);
    }

    private static JsonNode id(Object id) {
        return id instanceof Number number ? LongNode.valueOf(number.longValue()) : TextNode.valueOf(id.toString());
    }

    @Override
    @SuppressWarnings("unchecked") // T is what the type says
    public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
        if (type.getType().equals(InitializeRequest.class)) {
            return (T) Greeting.read((JsonNode) data);
        }
        try {
            return Json.MAPPER.convertValue(data, Json.MAPPER.constructType(type.getType()));
        } catch (IllegalArgumentException notOfThatForm) {
            throw McpError.builder(RpcError.INVALID_PARAMS)
                    .message("params are not of the form that the method asks for")
                    .build();
        }
    }

    @Override
    public Mono<Void> closeGracefully() {
        return Mono.empty();
    }
}
