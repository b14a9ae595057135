package io.minimaxmcp.tools.job.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the embedded ledger is. */
public record LedgerFile(Path path) {
    private static final String SCHEME = "jdbc:sqlite:";
    static final String SET_ASIDE = ".corrupt-";

    public LedgerFile {
        path = path.toAbsolutePath().normalize();
    }

    public static LedgerFile in(Path dataDir) {
        return new LedgerFile(dataDir.resolve("ledger.db"));
    }

    /**
     * The file behind {@code jdbc:sqlite:<path>}.
     *
     * @throws IllegalArgumentException for other addresses, and for what SQLite takes but many threads or processes cannot share
     */
    public static LedgerFile at(String jdbcUrl) {
        String path = jdbcUrl.startsWith(SCHEME) ? jdbcUrl.substring(SCHEME.length()) : "";
        if (path.isBlank() || path.startsWith(":") || path.startsWith("file:") || path.contains("?")) {
            throw new IllegalArgumentException("must be " + SCHEME + "<path of a file>, without parameters");
        }
        return new LedgerFile(Path.of(path));
    }

    Path folder() {
        Path parent = path.getParent();
        return parent == null ? path : parent;
    }

    String name() {
        return path.getFileName().toString();
    }

    /** The ledgers that were found damaged and set aside, oldest first; they stay until a person deletes them. */
    public List<Path> setAside() {
        if (!Files.isDirectory(folder())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(this::isSetAside).sorted().toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private boolean isSetAside(Path file) {
        String found = file.getFileName().toString();
        return found.startsWith(name() + SET_ASIDE) && !found.endsWith("-wal") && !found.endsWith("-shm");
    }
}
