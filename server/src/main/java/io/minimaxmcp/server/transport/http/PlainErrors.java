package io.minimaxmcp.server.transport.http;

import io.minimaxmcp.schemas.JsonTree;
import io.minimaxmcp.server.rpc.RpcError;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What Jetty itself has to refuse, in our form: a JSON-RPC error, and never a word of an exception. */
final class PlainErrors extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Exchange.JSON);
        response.write(true, ByteBuffer.wrap(body(status)), callback);
        return true;
    }

    private static byte[] body(int status) {
        int code = HttpStatus.isServerError(status) ? RpcError.INTERNAL : RpcError.INVALID_REQUEST;
        return JsonTree.bytes(RpcError.of(code, HttpStatus.getMessage(status)).answer(null));
    }
}
