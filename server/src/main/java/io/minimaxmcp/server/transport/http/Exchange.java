package io.minimaxmcp.server.transport.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.server.rpc.MessageWriter;
import io.minimaxmcp.server.rpc.RpcError;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** One request, who sent it, and the way to answer it. */
record Exchange(Request request, Response response, Callback callback, Caller caller) {
    static final String JSON = "application/json";
    static final String EVENTS = "text/event-stream";

    private static final String UNTIL = Exchange.class.getName();

    /** Remembers when the token that let it in is over. */
    void holdsUntil(@Nullable Instant until) {
        request.setAttribute(UNTIL, until);
    }

    /** When the token that let it in is over; empty for never. */
    Optional<Instant> until() {
        return Optional.ofNullable((Instant) request.getAttribute(UNTIL));
    }

    String method() {
        return request.getMethod();
    }

    String path() {
        return Request.getPathInContext(request);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeaders().get(name));
    }

    /** All values of a header that may have come several times. */
    List<String> headers(String name) {
        return request.getHeaders().getValuesList(name);
    }

    /** Whether the client can read an answer of this type; one that says nothing reads everything. */
    boolean accepts(String type) {
        String accept = header("Accept").orElse("*/*").toLowerCase(Locale.ROOT);
        String range = type.substring(0, type.indexOf('/') + 1) + "*";
        return accept.contains(type) || accept.contains("*/*") || accept.contains(range);
    }

    boolean hasJsonBody() {
        String type = header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        return type.equals(JSON) || type.startsWith(JSON + ";") || type.startsWith(JSON + " ");
    }

    /** The whole body; fails when it is longer or takes longer than the limits allow, or there is no room for it. */
    CompletableFuture<byte[]> body(HttpLimits limits, Shares.Portion room) {
        return Body.of(request, limits, room);
    }

    void json(int status, JsonNode body) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, JSON);
        byte[] bytes = Objects.requireNonNull(MessageWriter.bytes(body), "no answer is news");
        response.write(true, ByteBuffer.wrap(bytes), callback);
    }

    void text(String type, String body) {
        response.setStatus(HttpStatus.OK_200);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        response.write(true, ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)), callback);
    }

    void empty(int status) {
        response.setStatus(status);
        response.write(true, ByteBuffer.allocate(0), callback);
    }

    void refuse(int status, String words) {
        refuse(status, null, RpcError.of(RpcError.INVALID_REQUEST, words));
    }

    void refuse(int status, @Nullable JsonNode id, RpcError error) {
        json(status, error.answer(id));
    }

    /** Refuses what may still be on its way in: the connection is of no use after that. */
    void refuseAndClose(int status, String words) {
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        refuse(status, words);
    }

    void refuseMethod(String allowed) {
        response.getHeaders().put(HttpHeader.ALLOW, allowed);
        refuse(HttpStatus.METHOD_NOT_ALLOWED_405, "This path takes " + allowed);
    }
}
