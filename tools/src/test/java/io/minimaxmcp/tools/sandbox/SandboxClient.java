package io.minimaxmcp.tools.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.schemas.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Talks to a sandbox the way anybody would: plain HTTP, a bearer key. */
final class SandboxClient implements AutoCloseable {
    private static final String BOUNDARY = "----sandbox-test";

    final ManualClock clock;
    final Sandbox sandbox;
    private final HttpClient http = HttpClient.newHttpClient();
    private final String key;

    SandboxClient() {
        this(SandboxOptions.defaults());
    }

    SandboxClient(SandboxOptions options) {
        this(options, new ManualClock());
    }

    private SandboxClient(SandboxOptions options, ManualClock clock) {
        this(Sandbox.start(options.withClock(clock)).toCompletableFuture().join(), clock, "sk-api-test");
    }

    private SandboxClient(Sandbox sandbox, ManualClock clock, String key) {
        this.sandbox = sandbox;
        this.clock = clock;
        this.key = key;
    }

    /** What came back. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares replies
    record Reply(int status, HttpHeaders headers, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        JsonNode json() {
            try {
                return Json.MAPPER.readTree(body);
            } catch (IOException e) {
                throw new AssertionError("no JSON: " + text(), e);
            }
        }

        int code() {
            return json().at("/base_resp/status_code").asInt(-1);
        }

        String words() {
            return json().at("/base_resp/status_msg").asText();
        }
    }

    SandboxClient as(String otherKey) {
        return new SandboxClient(sandbox, clock, otherKey);
    }

    Reply post(String path, String json) {
        return send("POST", path, "application/json", BodyPublishers.ofString(json));
    }

    Reply get(String pathOrUrl) {
        return send("GET", pathOrUrl, "", BodyPublishers.noBody());
    }

    Reply delete(String path) {
        return send("DELETE", path, "", BodyPublishers.noBody());
    }

    Reply upload(String path, Map<String, String> fields, String filename, byte[] file) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> part(body, "name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8)));
        part(body, "name=\"file\"; filename=\"" + filename + "\"", file);
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(
                "POST",
                path,
                "multipart/form-data; boundary=" + BOUNDARY,
                BodyPublishers.ofByteArray(body.toByteArray()));
    }

    private static void part(ByteArrayOutputStream body, String disposition, byte[] content) {
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n"
                + (disposition.contains("filename") ? "Content-Type: application/octet-stream\r\n" : "") + "\r\n";
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    Reply send(String method, String pathOrUrl, String contentType, BodyPublisher body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(sandbox.host().resolve(pathOrUrl)).method(method, body);
        if (!contentType.isEmpty()) {
            request.header("Content-Type", contentType);
        }
        return send(key.isEmpty() ? request : request.header("Authorization", "Bearer " + key));
    }

    Reply send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Reply(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new ConnectionDied(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    URI host() {
        return sandbox.host();
    }

    /** No whole answer came. */
    static final class ConnectionDied extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ConnectionDied(IOException cause) {
            super(cause);
        }
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
