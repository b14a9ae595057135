package io.minimaxmcp.server.mcp.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.server.mcp.Refusals;
import io.minimaxmcp.server.rpc.RpcError;
import io.minimaxmcp.server.rpc.Wire;
import io.minimaxmcp.tools.tool.Cancellation;
import io.minimaxmcp.tools.tool.Stages;
import io.modelcontextprotocol.server.McpAsyncServerExchange;
import io.modelcontextprotocol.server.McpRequestHandler;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import reactor.core.publisher.Mono;

/** Lets the SDK call a method of ours: whoever drops the answer cancels the call, and no exception speaks to a client. */
record Answering(String name, Method method, Session session) implements McpRequestHandler<JsonNode> {
    /** Under this key in the subscriber's context: the id of the request that is handled. */
    static final Object REQUEST = Answering.class;

    @Override
    public Mono<JsonNode> handle(McpAsyncServerExchange exchange, Object params) {
        return Mono.create(sink -> {
            Cancellation cancellation = new Cancellation();
            sink.onCancel(cancellation::request);
            Wire way = session.about(sink.contextView().get(REQUEST));
            Caller caller = new Caller(session, exchange, way, cancellation);
            Stages.<JsonNode>from(
                            () -> method.answer((ObjectNode) params, caller).thenApply(answer -> answer))
                    .whenComplete((answer, thrown) -> {
                        if (thrown == null) {
                            sink.success(answer);
                        } else {
                            sink.error(refusal(thrown));
                        }
                    });
        });
    }

    private McpError refusal(Throwable thrown) {
        RpcError error = Refusals.of(name, thrown);
        return new McpError(new JSONRPCError(error.code(), error.message(), error.data()));
    }
}
