package io.minimaxmcp.examples.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** {@code minimax-mcp http} as a process of its own, on a free port. */
final class HttpProcess implements AutoCloseable {
    private static final int LONG_ENOUGH_S = 120;

    private final Process process;
    private final CompletableFuture<Void> silent = new CompletableFuture<>();
    private final Queue<String> said = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<URI> listening = new CompletableFuture<>();

    /**
     * @param folder where it keeps its data and its results
     * @param settings its environment, and nothing of this process's
     */
    HttpProcess(Path folder, Map<String, String> settings, String... arguments) {
        ProcessBuilder builder = new ProcessBuilder(command(arguments));
        builder.environment().clear();
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("MINIMAX_MCP_DATA_DIR", folder.resolve("data").toString());
        builder.environment()
                .put("MINIMAX_MCP_OUTPUT_DIR", folder.resolve("output").toString());
        builder.environment().putAll(settings);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread reader = new Thread(this::listen, "http-process");
        reader.setDaemon(true);
        reader.start();
    }

    private static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "io.minimaxmcp.server.Main",
                "http",
                "--port",
                "0"));
        command.addAll(List.of(arguments));
        return command;
    }

    private void listen() {
        try (BufferedReader reader = process.errorReader(UTF_8)) {
            for (@Nullable String line = reader.readLine(); line != null; line = reader.readLine()) {
                said.add(line);
                if (line.startsWith("minimax-mcp listens on ")) {
                    listening.complete(URI.create(line.substring(line.lastIndexOf(' ') + 1)));
                }
            }
        } catch (IOException killed) {
            // The end of the stream by another name.
        }
        listening.completeExceptionally(new AssertionError("it ended: " + said()));
        silent.complete(null);
    }

    /** Where {@code /mcp} is. */
    URI uri() {
        return listening.orTimeout(LONG_ENOUGH_S, TimeUnit.SECONDS).join();
    }

    /** The line with these words that it has said by the time it listens. */
    String line(String words) {
        uri();
        return said.stream()
                .filter(line -> line.contains(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError(words + " is not in " + said()));
    }

    /** All that it has said on stderr. */
    String said() {
        return String.join("\n", said);
    }

    /** Tells it to end, as {@code docker stop} and Kubernetes do; its last words can still be heard, which {@code Process.destroy} prevents. */
    void terminate() {
        process.toHandle().destroy();
    }

    /** Waits for its end, and for its last words. */
    int exit() {
        return process.onExit()
                .thenCombine(silent, (ended, nothing) -> ended.exitValue())
                .orTimeout(LONG_ENOUGH_S, TimeUnit.SECONDS)
                .join();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
