package io.minimaxmcp.server.rpc;

/** Ends a request with a JSON-RPC error: the request itself was wrong, not what came of it. */
public final class RpcException extends RuntimeException {
    private final transient RpcError error;

    public RpcException(RpcError error) {
        super(error.code() + ": " + error.message());
        this.error = error;
    }

    public static RpcException invalidParams(String message) {
        return new RpcException(RpcError.of(RpcError.INVALID_PARAMS, message));
    }

    public RpcError error() {
        return error;
    }
}
