package io.minimaxmcp.server.mcp;

import io.minimaxmcp.server.rpc.RpcError;
import io.minimaxmcp.server.rpc.RpcException;
import io.minimaxmcp.tools.tool.ToolException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says why a request got no result, in words that are always ours: no exception speaks to a client. */
public final class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private Refusals() {}

    /** Logs what is a bug of ours, once. */
    public static RpcError of(String method, @Nullable Throwable thrown) {
        Throwable cause = ToolException.unwrap(thrown);
        if (cause instanceof RpcException refused) {
            return refused.error();
        }
        if (cause instanceof ToolException failed) {
            return RpcError.of(RpcError.INTERNAL, failed.failure().message());
        }
        LOG.atError().addKeyValue("method", method).setCause(cause).log("a request failed on a bug");
        return RpcError.of(RpcError.INTERNAL, "Internal error");
    }
}
