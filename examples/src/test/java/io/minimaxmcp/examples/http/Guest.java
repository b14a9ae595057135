package io.minimaxmcp.examples.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** A client with a session of its own. */
final class Guest {
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);

    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger ids = new AtomicInteger();
    private final URI mcp;
    private final Map<String, String> headers;
    private final String session;

    /**
     * @param headers sent with every request: who this is
     */
    Guest(URI mcp, Map<String, String> headers) {
        this.mcp = mcp;
        this.headers = headers;
        ObjectNode hello = Json.MAPPER.createObjectNode().put("protocolVersion", "2025-11-25");
        hello.putObject("capabilities");
        hello.putObject("clientInfo").put("name", "guest").put("version", "1");
        HttpResponse<String> greeted = send(post("", message("initialize", hello)));
        session = greeted.headers()
                .firstValue("Mcp-Session-Id")
                .orElseThrow(() -> new AssertionError(greeted.statusCode() + " " + greeted.body()));
        ObjectNode ready = message("notifications/initialized", Json.MAPPER.createObjectNode());
        ready.remove("id");
        send(post(session, ready));
    }

    String session() {
        return session;
    }

    /** The result of a tool call; single quotes in the arguments stand for double ones. */
    JsonNode call(String tool, String arguments) {
        return last(send(calling(tool, arguments)).body()).path("result");
    }

    /** The whole answer to a call, once its stream has ended. */
    CompletableFuture<HttpResponse<String>> begin(String tool, String arguments) {
        return client.sendAsync(calling(tool, arguments).build(), BodyHandlers.ofString());
    }

    /** The last message of a stream, or the only one of a document. */
    static JsonNode last(String body) {
        int data = body.lastIndexOf("\ndata: ");
        return json(data < 0 ? body : body.substring(data + 7));
    }

    JsonNode request(String method, ObjectNode params) {
        return last(send(post(session, message(method, params))).body());
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    /** Begins to read what is at a link. */
    HttpResponse<InputStream> open(URI link) {
        return send(HttpRequest.newBuilder(link), BodyHandlers.ofInputStream());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> handler) {
        try {
            return client.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    HttpRequest.Builder calling(String tool, String arguments) {
        ObjectNode params = Json.MAPPER.createObjectNode().put("name", tool);
        params.set("arguments", json(arguments.replace('\'', '"')));
        ObjectNode message = message("tools/call", params);
        params.putObject("_meta").put("progressToken", message.path("id").asInt());
        return post(session, message);
    }

    HttpRequest.Builder post(String id, JsonNode message) {
        HttpRequest.Builder post = to(mcp).header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .POST(BodyPublishers.ofString(message.toString()));
        return id.isEmpty() ? post : post.header("Mcp-Session-Id", id);
    }

    HttpRequest.Builder to(URI uri) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(LONG_ENOUGH);
        headers.forEach(request::header);
        return request;
    }

    ObjectNode message(String method, ObjectNode params) {
        ObjectNode message = Json.MAPPER
                .createObjectNode()
                .put("jsonrpc", "2.0")
                .put("id", ids.incrementAndGet())
                .put("method", method);
        message.set("params", params);
        return message;
    }

    static JsonNode json(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException("not JSON: " + text, e);
        }
    }
}
