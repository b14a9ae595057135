package io.minimaxmcp.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@link FakeServer} as a process, or the product itself. */
final class ServerProcess implements AutoCloseable {
    private static final int LONG_ENOUGH_S = 60;

    private final Process process;
    private final Writer in;
    private final BufferedReader out;

    ServerProcess(String... jvmOptions) {
        this(command(FakeServer.class, jvmOptions), Map.of());
    }

    /** The product over stdio, in the sandbox, with all its files in the folder. */
    static ServerProcess product(Path folder) {
        Map<String, String> settings = Map.of(
                "HOME", folder.toString(),
                "MINIMAX_MCP_DATA_DIR", folder.resolve("data").toString(),
                "MINIMAX_MCP_OUTPUT_DIR", folder.resolve("output").toString());
        List<String> command = command(Main.class);
        command.addAll(List.of("stdio", "--sandbox"));
        return new ServerProcess(command, settings);
    }

    private ServerProcess(List<String> command, Map<String, String> environment) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().putAll(environment);
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        in = process.outputWriter(UTF_8);
        out = process.inputReader(UTF_8);
    }

    static List<String> command(Class<?> program, String... jvmOptions) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
        command.addAll(List.of(jvmOptions));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        return command;
    }

    /** Sends lines; single quotes stand for double ones. */
    void send(String... lines) throws IOException {
        for (String line : lines) {
            in.write(line.replace('\'', '"') + "\n");
        }
        in.flush();
    }

    void handshake() throws IOException {
        send(
                "{'jsonrpc':'2.0','id':0,'method':'initialize','params':{'protocolVersion':'2025-11-25',"
                        + "'capabilities':{},'clientInfo':{'name':'test','version':'1'}}}",
                "{'jsonrpc':'2.0','method':'notifications/initialized'}");
    }

    String next() throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new IOException("the output ended");
        }
        return line;
    }

    /** Ends the input and returns what was still to come. */
    List<String> finish() throws IOException {
        in.close();
        return out.lines().toList();
    }

    /** SIGTERM. Its output can still be read. */
    void terminate() {
        process.toHandle().destroy();
    }

    void stopReading() throws IOException {
        out.close();
    }

    /** Waits until the process has ended by itself. */
    int awaitExit() throws InterruptedException {
        if (!process.waitFor(LONG_ENOUGH_S, TimeUnit.SECONDS)) {
            throw new AssertionError("the process did not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
