package io.minimaxmcp.server.mcp.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.server.rpc.RpcError;
import io.minimaxmcp.server.rpc.RpcException;
import io.minimaxmcp.server.rpc.Wire;
import io.minimaxmcp.tools.tool.Cancellation;
import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.tool.ToolException;
import io.modelcontextprotocol.server.McpAsyncServerExchange;
import io.modelcontextprotocol.server.McpRequestHandler;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Lets the SDK call a method of ours: whoever drops the answer cancels the call, and no exception speaks to a client. */
record Answering(String name, Method method, Session session) implements McpRequestHandler<JsonNode> {
    private static final Logger LOG = LoggerFactory.getLogger(Answering.class);

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
        RpcError error = error(ToolException.unwrap(thrown));
        return new McpError(new JSONRPCError(error.code(), error.message(), error.data()));
    }

    private RpcError error(@Nullable Throwable thrown) {
        if (thrown instanceof RpcException refused) {
            return refused.error();
        }
        if (thrown instanceof ToolException failed) {
            return RpcError.of(RpcError.INTERNAL, failed.failure().message());
        }
        LOG.atError().addKeyValue("method", name).setCause(thrown).log("a request failed on a bug");
        return RpcError.of(RpcError.INTERNAL, "Internal error");
    }
}
