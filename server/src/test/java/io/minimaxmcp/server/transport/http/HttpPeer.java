package io.minimaxmcp.server.transport.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.schemas.Json;
import io.minimaxmcp.server.FakeResource;
import io.minimaxmcp.server.FakeServer;
import io.minimaxmcp.server.FakeTasks;
import io.minimaxmcp.server.FakeTools;
import io.minimaxmcp.server.Recording;
import io.minimaxmcp.server.mcp.Features;
import io.minimaxmcp.server.mcp.Resources;
import io.minimaxmcp.server.mcp.session.SessionServer;
import io.minimaxmcp.server.mcp.stateless.StatelessServer;
import io.minimaxmcp.tools.tool.Tenant;
import io.minimaxmcp.tools.upstream.Accounts;
import io.minimaxmcp.tools.upstream.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;

/** A server on a free port with tools that do what a test wants, and clients that speak to it by hand. */
final class HttpPeer implements AutoCloseable {
    static final String INITIALIZE = """
            {"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-11-25",\
            "capabilities":{"elicitation":{}},"clientInfo":{"name":"test","version":"1"}}}""";
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

    final FakeTools tools = new FakeTools();
    final FakeResource resource = new FakeResource();
    final HttpServer server;
    private final Recording recording = new Recording();
    private final ExecutorService calls = Executors.newCachedThreadPool();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final HttpClient client = HttpClient.newHttpClient();

    HttpPeer() {
        this(HttpLimits.DEFAULT, Optional.empty(), List.of("localhost", "127.0.0.1"));
    }

    HttpPeer(HttpLimits limits, Optional<Secret> token, List<String> origins) {
        this(limits, token, origins, server -> {});
    }

    /**
     * @param more what the server is told before it starts
     */
    HttpPeer(HttpLimits limits, Optional<Secret> token, List<String> origins, Consumer<HttpServer> more) {
        Features features = FakeServer.features(tools.toolbox(), new Resources(List.of(resource)), new FakeTasks());
        SessionServer sessions = new SessionServer(features, calls);
        StatelessServer stateless = StatelessServer.of(features, calls);
        HttpSettings settings =
                new HttpSettings("127.0.0.1", 0, token, List.of("localhost", "127.0.0.1"), origins, limits);
        server = new HttpServer(
                settings,
                key -> key.map(Accounts::tenantOf).orElse(Tenant.LOCAL),
                (tenant, wire) -> sessions.connect(tenant, false, wire),
                (tenant, wire) -> stateless.connect(tenant, false, wire),
                InstantSource.system(),
                timer);
        more.accept(server);
        try {
            server.start();
        } catch (IOException bug) {
            throw new UncheckedIOException(bug);
        }
    }

    /** A request to a path, to be completed with headers and a method. */
    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(server.uri().resolve(path)).timeout(LONG_ENOUGH);
    }

    /** A POST of this message to {@code /mcp}, in this session unless it is empty; single quotes stand for double ones. */
    HttpRequest.Builder post(String session, String message) {
        recording.asked(message.replace('\'', '"'));
        HttpRequest.Builder post = to("/mcp")
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .POST(BodyPublishers.ofString(message.replace('\'', '"')));
        return session.isEmpty() ? post : post.header("Mcp-Session-Id", session);
    }

    static String call(int id, String tool, String text) {
        return "{'jsonrpc':'2.0','id':" + id + ",'method':'tools/call','params':{'name':'" + tool
                + "','arguments':{'text':'" + text + "'},'_meta':{'progressToken':" + id + "}}}";
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        HttpResponse<String> answer = exchange(request, BodyHandlers.ofString());
        answer.body().lines().map(line -> line.replaceFirst("^data: ", "")).forEach(recording::said);
        return answer;
    }

    /** Sends a request whose answer is a stream; returns once its head is there. */
    EventReader listen(HttpRequest.Builder request) {
        HttpResponse<InputStream> response = exchange(request, BodyHandlers.ofInputStream());
        return new EventReader(response, recording);
    }

    private <T> HttpResponse<T> exchange(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request.build(), handler);
        } catch (IOException bug) {
            throw new UncheckedIOException(bug);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    /** The id of a new session that is ready for calls. */
    String session() {
        return session("");
    }

    /** The same, for whoever has this MiniMax key. */
    String session(String key) {
        HttpRequest.Builder first = post("", INITIALIZE);
        if (!key.isEmpty()) {
            first.header(Guard.MINIMAX_KEY, key);
        }
        String id = send(first).headers().firstValue("Mcp-Session-Id").orElseThrow();
        HttpRequest.Builder second = post(id, "{'jsonrpc':'2.0','method':'notifications/initialized'}");
        if (!key.isEmpty()) {
            second.header(Guard.MINIMAX_KEY, key);
        }
        send(second);
        return id;
    }

    /** A connection on which a test writes what no proper client would. */
    Socket connect() {
        try {
            URI uri = server.uri();
            Socket socket = new Socket(uri.getHost(), uri.getPort());
            socket.setSoTimeout((int) LONG_ENOUGH.toMillis());
            return socket;
        } catch (IOException bug) {
            throw new UncheckedIOException(bug);
        }
    }

    /** Writes this, and reads until the server closes the connection. */
    String raw(String request) {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException bug) {
            throw new UncheckedIOException(bug);
        }
    }

    static JsonNode json(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (IOException notJson) {
            throw new UncheckedIOException(text, notJson);
        }
    }

    @Override
    public void close() {
        server.close();
        timer.shutdownNow();
        calls.shutdownNow();
    }
}
