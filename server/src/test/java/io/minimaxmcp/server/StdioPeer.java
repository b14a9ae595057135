package io.minimaxmcp.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.schemas.Json;
import io.minimaxmcp.server.mcp.Resources;
import io.minimaxmcp.server.mcp.Tasks;
import io.minimaxmcp.server.transport.stdio.StandardStreams;
import io.minimaxmcp.server.transport.stdio.StdioConnection;
import io.minimaxmcp.server.transport.stdio.StdioLimits;
import io.minimaxmcp.tools.tool.Toolbox;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A client that writes lines as a test wants them, and the server at the other end of two pipes. */
public final class StdioPeer implements AutoCloseable {
    private static final String END = "";
    private static final int LONG_ENOUGH_S = 60;

    private final ExecutorService executor = Executors.newFixedThreadPool(2);
    private final Recording recording = new Recording();
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> served;
    private final Pipe fromServer;
    private final OutputStream toServer;

    public StdioPeer(Toolbox toolbox, Resources resources, StdioLimits limits) {
        this(toolbox, resources, new FakeTasks(), limits);
    }

    public StdioPeer(Toolbox toolbox, Resources resources, Tasks tasks, StdioLimits limits) {
        this((executor, streams) -> new StdioConnection(
                        streams,
                        limits,
                        wire -> FakeServer.connect(FakeServer.features(toolbox, resources, tasks), executor, wire))
                .serve());
    }

    /** With whatever serves one client until it has gone. */
    public StdioPeer(Consumer<StandardStreams> serve) {
        this((executor, streams) -> serve.accept(streams));
    }

    private StdioPeer(BiConsumer<ExecutorService, StandardStreams> serve) {
        try {
            Pipe in = Pipe.open();
            fromServer = Pipe.open();
            toServer = Channels.newOutputStream(in.sink());
            StandardStreams streams = new StandardStreams(
                    Channels.newInputStream(in.source()), Channels.newOutputStream(fromServer.sink()));
            served = CompletableFuture.runAsync(() -> serve.accept(executor, streams));
            new Thread(this::readAll, "peer").start();
        } catch (IOException bug) {
            throw new UncheckedIOException(bug);
        }
    }

    /** Sends a line; single quotes stand for double ones. */
    public void send(String line) {
        recording.asked(line.replace('\'', '"'));
        sendBytes((line.replace('\'', '"') + "\n").getBytes(UTF_8));
    }

    public void sendBytes(byte[] bytes) {
        try {
            toServer.write(bytes);
        } catch (IOException bug) {
            throw new UncheckedIOException(bug);
        }
    }

    /** The next message from the server. */
    public JsonNode next() {
        try {
            String line = lines.poll(LONG_ENOUGH_S, TimeUnit.SECONDS);
            if (line == null || line.equals(END)) {
                throw new AssertionError(line == null ? "no message in time" : "the output ended");
            }
            return Json.MAPPER.readTree(line);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    /** Greets as a client of this revision, with these capabilities; returns what the server says of itself. */
    public JsonNode initialize(String revision, String capabilities) {
        send("{'jsonrpc':'2.0','id':'init','method':'initialize','params':{'protocolVersion':'" + revision
                + "','capabilities':" + capabilities + ",'clientInfo':{'name':'test','version':'1'}}}");
        JsonNode answer = next();
        send("{'jsonrpc':'2.0','method':'notifications/initialized'}");
        return answer.path("result");
    }

    public void initialize() {
        initialize("2025-11-25", "{}");
    }

    public void call(int id, String tool, String text) {
        send("{'jsonrpc':'2.0','id':" + id + ",'method':'tools/call','params':{'name':'" + tool
                + "','arguments':{'text':'" + text + "'}}}");
    }

    public void endInput() {
        close(toServer);
    }

    public void stopReading() {
        close(fromServer.source());
    }

    /** Waits until the server is done with this client. */
    public void awaitEnd() {
        served.orTimeout(LONG_ENOUGH_S, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        endInput();
        awaitEnd();
        executor.shutdownNow();
    }

    private void readAll() {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(Channels.newInputStream(fromServer.source()), UTF_8))) {
            for (@Nullable String line = reader.readLine(); line != null; line = reader.readLine()) {
                recording.said(line);
                lines.add(line);
            }
        } catch (IOException closed) {
            // The test stopped reading.
        }
        lines.add(END);
    }

    private static void close(AutoCloseable stream) {
        try {
            stream.close();
        } catch (Exception bug) {
            throw new IllegalStateException(bug);
        }
    }
}
