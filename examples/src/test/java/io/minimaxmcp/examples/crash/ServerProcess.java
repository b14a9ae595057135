package io.minimaxmcp.examples.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A server as a process of its own, started the way an assistant starts one, and the client at the other end of its streams. */
final class ServerProcess implements AutoCloseable {
    private static final int LONG_ENOUGH_S = 120;

    private final Process process;
    private final OutputStream stdin;
    private final Heard heard = new Heard();
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> unanswered = new ConcurrentHashMap<>();

    private ServerProcess(Process process) {
        this.process = process;
        this.stdin = process.getOutputStream();
        daemon(() -> heard.readAll(process.errorReader(UTF_8)));
        daemon(this::readAll);
    }

    /** Starts a server and greets it; its environment holds these settings and nothing of this process's. */
    static ServerProcess start(Home home, Map<String, String> settings) {
        ProcessBuilder builder = new ProcessBuilder(command(List.of("stdio")));
        home.environment(builder.environment(), settings);
        try {
            ServerProcess server = new ServerProcess(builder.start());
            server.greet();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The command line of the server with this test's classes. */
    static List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "io.minimaxmcp.server.Main"));
        command.addAll(arguments);
        return command;
    }

    private void greet() {
        ObjectNode hello = Json.MAPPER.createObjectNode().put("protocolVersion", "2025-11-25");
        hello.putObject("capabilities");
        hello.putObject("clientInfo").put("name", "crash-test").put("version", "1");
        request("initialize", hello);
        tell("notifications/initialized", Json.MAPPER.createObjectNode());
    }

    /** Completes with the {@code result}; with an assertion error for a JSON-RPC error, or when the process ends before. */
    Request request(String method, ObjectNode params) {
        int id = ids.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        unanswered.put(id, answer);
        ObjectNode message = message(method, params).put("id", id);
        send(message);
        if (!process.isAlive()) {
            answer.completeExceptionally(gone());
        }
        return new Request(id, answer.orTimeout(LONG_ENOUGH_S, TimeUnit.SECONDS));
    }

    /** A request that was sent. */
    record Request(int id, CompletableFuture<JsonNode> result) {}

    /** Calls a tool; single quotes in the arguments stand for double ones. */
    Request begin(String tool, String arguments) {
        ObjectNode params = Json.MAPPER.createObjectNode().put("name", tool);
        params.set("arguments", read(arguments.replace('\'', '"')));
        return request("tools/call", params);
    }

    /** The outcome of a call. */
    Outcome call(String tool, String arguments) {
        return new Outcome(begin(tool, arguments).result().join());
    }

    /** The job when it is done, or two minutes later. */
    Outcome await(String jobId) {
        return call("get_job", "{'job_id':'" + jobId + "','wait_seconds':110}");
    }

    /** The JSON of a resource. */
    JsonNode resource(String uri) {
        JsonNode result = request(
                        "resources/read", Json.MAPPER.createObjectNode().put("uri", uri))
                .result()
                .join();
        return read(result.at("/contents/0/text").asText());
    }

    void cancel(Request request) {
        tell("notifications/cancelled", Json.MAPPER.createObjectNode().put("requestId", request.id()));
    }

    /** The first line on stderr, past or future, that holds these words. */
    CompletableFuture<String> says(String words) {
        return heard.line(words).orTimeout(LONG_ENOUGH_S, TimeUnit.SECONDS).exceptionally(late -> {
            throw new AssertionError("the server never said \"" + words + "\", but:\n" + heard.text(), late);
        });
    }

    long pid() {
        return process.pid();
    }

    /** SIGKILL: no shutdown hook, no farewell. Returns when the process is gone. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Leaves as a client does that is closed, and waits until the server has left too. */
    void leave() {
        try {
            stdin.close();
        } catch (IOException alreadyGone) {
            throw new UncheckedIOException(alreadyGone);
        }
        process.onExit().orTimeout(LONG_ENOUGH_S, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        kill();
    }

    private void tell(String method, ObjectNode params) {
        send(message(method, params));
    }

    private static ObjectNode message(String method, ObjectNode params) {
        ObjectNode message =
                Json.MAPPER.createObjectNode().put("jsonrpc", "2.0").put("method", method);
        message.set("params", params);
        return message;
    }

    private synchronized void send(ObjectNode message) {
        try {
            stdin.write((message + "\n").getBytes(UTF_8));
            stdin.flush();
        } catch (IOException e) {
            throw new AssertionError("the server no longer listens: " + heard.text(), e);
        }
    }

    private void readAll() {
        try (BufferedReader reader = process.inputReader(UTF_8)) {
            for (@Nullable String line = reader.readLine(); line != null; line = reader.readLine()) {
                arrived(read(line));
            }
        } catch (IOException killed) {
            // The end of the stream by another name.
        }
        unanswered.values().forEach(answer -> answer.completeExceptionally(gone()));
    }

    private void arrived(JsonNode message) {
        CompletableFuture<JsonNode> answer = message.has("method")
                ? null
                : unanswered.remove(message.path("id").asInt());
        if (answer != null && message.has("error")) {
            answer.completeExceptionally(
                    new AssertionError(message.path("error").toString()));
        } else if (answer != null) {
            answer.complete(message.path("result"));
        }
    }

    private AssertionError gone() {
        return new AssertionError("the server ended before it answered: " + heard.text());
    }

    private static JsonNode read(String json) {
        try {
            return Json.MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException("not JSON: " + json, e);
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "server-process");
        thread.setDaemon(true);
        thread.start();
    }
}
