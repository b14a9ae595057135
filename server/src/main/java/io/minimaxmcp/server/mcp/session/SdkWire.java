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
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.InitializeRequest;
import io.modelcontextprotocol.spec.McpSchema.InitializeResult;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpServerTransport;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;

/** Lets an SDK session speak through a wire of ours. */
final class SdkWire implements McpServerTransport {
    private final Wire wire;
    private final Set<Object> asked = ConcurrentHashMap.newKeySet();

    SdkWire(Wire wire) {
        this.wire = wire;
    }

    @Override
    public Mono<Void> sendMessage(JSONRPCMessage message) {
        return Mono.defer(() -> {
            if (message instanceof JSONRPCRequest request) {
                return ask(request);
            }
            ObjectNode json = json(message);
            boolean newsOfProgress = message instanceof JSONRPCNotification news
                    && news.method().equals(McpSchema.METHOD_NOTIFICATION_PROGRESS);
            // An answer that nobody reads any more is nobody's loss.
            boolean ignored = newsOfProgress ? wire.sendIfRoom(json) : wire.send(json);
            return Mono.empty();
        });
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

    private Mono<Void> ask(JSONRPCRequest request) {
        asked.add(request.id());
        if (wire.send(Json.MAPPER.valueToTree(request))) {
            return Mono.empty();
        }
        asked.remove(request.id());
        return Mono.error(new IllegalStateException("nobody is there to be asked"));
    }

    /** The ids of our own requests that wait for an answer. */
    Set<Object> asked() {
        return asked;
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
