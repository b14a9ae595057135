package io.minimaxmcp.examples.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What a process says on stderr, and what somebody waits to hear. */
final class Heard {
    private final List<String> lines = new ArrayList<>();
    private final List<Awaited> awaited = new ArrayList<>();

    private record Awaited(String words, CompletableFuture<String> line) {}

    /** Completes with the first line, past or future, that holds these words. */
    synchronized CompletableFuture<String> line(String words) {
        Awaited wish = new Awaited(words, new CompletableFuture<>());
        awaited.add(wish);
        lines.forEach(line -> compare(wish, line));
        return wish.line();
    }

    synchronized String text() {
        return String.join("\n", lines);
    }

    void readAll(BufferedReader stderr) {
        try (stderr) {
            for (@Nullable String line = stderr.readLine(); line != null; line = stderr.readLine()) {
                add(line);
            }
        } catch (IOException killed) {
            add("(stderr ended: " + killed.getMessage() + ")");
        }
    }

    private synchronized void add(String line) {
        lines.add(line);
        awaited.forEach(wish -> compare(wish, line));
    }

    private static void compare(Awaited wish, String line) {
        if (line.contains(wish.words())) {
            wish.line().complete(line);
        }
    }
}
