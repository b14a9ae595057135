package io.minimaxmcp.server.transport.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.server.rpc.Incoming;
import io.minimaxmcp.server.rpc.TraceParent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/**
 * One line of JSON for each request that is over: who asked for what, and how it ended. Never a query, which may hold a
 * signature, and never anything of a message but its method and tool.
 */
final class RequestLine implements RequestLog {
    private static final String NOTES = RequestLine.class.getName();

    private final Consumer<String> out;
    private final InstantSource clock;

    /**
     * @param out takes each line; must not block for long
     */
    RequestLine(Consumer<String> out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    /** Remembers what the line will say of the message, where there will be one. */
    static void note(Exchange exchange, Incoming message) {
        if (!(logOf(exchange) instanceof RequestLine)) {
            return;
        }
        ObjectNode notes = JsonNodeFactory.instance
                .objectNode()
                .put("tenant", exchange.caller().tenant().id());
        if (message instanceof Incoming.Request request) {
            notes.put("rpcMethod", shortened(request.method()));
            String tool = request.params().path("name").asText();
            if (request.method().equals("tools/call") && tool.matches("[a-z_]{1,40}")) {
                notes.put("tool", tool);
            }
            TraceParent.in(request.params()).ifPresent(trace -> notes.put("traceparent", trace));
        }
        exchange.request().setAttribute(NOTES, notes);
    }

    private static @Nullable RequestLog logOf(Exchange exchange) {
        return exchange.request()
                .getConnectionMetaData()
                .getConnector()
                .getServer()
                .getRequestLog();
    }

    private static String shortened(String method) {
        return method.matches("[A-Za-z_/]{1,40}") ? method : "?";
    }

    @Override
    public void log(Request request, Response response) {
        long tookNs = System.nanoTime() - request.getBeginNanoTime();
        ObjectNode line = JsonNodeFactory.instance
                .objectNode()
                .put("time", Instant.ofEpochMilli(clock.millis()).toString());
        line.put("httpMethod", request.getMethod())
                .put("path", Request.getPathInContext(request))
                .put("statusCode", response.getStatus())
                .put("bytes", Response.getContentBytesWritten(response))
                .put("elapsedMs", TimeUnit.NANOSECONDS.toMillis(tookNs));
        if (request.getAttribute(NOTES) instanceof ObjectNode notes) {
            line.setAll(notes);
        }
        out.accept(line.toString());
    }
}
