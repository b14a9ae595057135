package io.minimaxmcp.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Keeps what was said on one connection of a test, for {@code .ci/schemas} to hold against the official schemas: a line a
 * message, after {@code >} what the client said and after {@code <} what the server did.
 */
public final class Recording {
    /** Of each side. Beyond that, messages of one test repeat themselves. */
    private static final int MOST = 2_000;

    private final Path file;
    private int asked;
    private int said;

    public Recording() {
        file = Path.of("target", "messages", UUID.randomUUID() + ".txt");
    }

    public synchronized void asked(String message) {
        keep('>', asked++, message);
    }

    public synchronized void said(String message) {
        keep('<', said++, message);
    }

    private void keep(char from, int before, String message) {
        if (before >= MOST || !(message.startsWith("{") || message.startsWith("["))) {
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            String line = from + message.strip().replace('\n', ' ') + "\n";
            Files.writeString(file, line, UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
