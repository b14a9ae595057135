package io.minimaxmcp.tools.job.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;

/** A real process, {@link LedgerChild}, that can be killed. */
final class ChildProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;

    private ChildProcess(Process process) {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts a process on that ledger, which waits for commands. */
    static ChildProcess on(String url) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process process = new ProcessBuilder(
                        java, "-Xmx96m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classes, child(), url)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new ChildProcess(process);
    }

    private static String child() {
        return LedgerChild.class.getName();
    }

    ChildProcess awaitReady() {
        readUntil("ready");
        return this;
    }

    void tell(String command) throws IOException {
        process.getOutputStream().write((command + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    /** What it said until it was done with a command. */
    List<String> awaitDone() {
        return readUntil("done");
    }

    private List<String> readUntil(String end) {
        var lines = new ArrayList<String>();
        for (String line = readLine(); line != null; line = readLine()) {
            if (line.equals(end)) {
                return lines;
            }
            lines.add(line);
        }
        throw new AssertionFailedError("the child ended before it said " + end + ": " + lines);
    }

    /** The next line; null at the end. */
    @Nullable
    String readLine() {
        try {
            return out.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL, and what it had said by then. */
    List<String> kill() throws InterruptedException {
        // Through the handle: killing through the process would also throw away what it had said.
        process.toHandle().destroyForcibly();
        List<String> said = out.lines().toList();
        process.waitFor();
        return said;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
