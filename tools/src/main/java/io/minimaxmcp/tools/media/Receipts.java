package io.minimaxmcp.tools.media;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.minimaxmcp.schemas.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Which results of unfinished jobs are saved already, where the files themselves cannot tell: what makes saving twice the same as saving
 * once.
 */
final class Receipts {
    static final String EXTENSION = ".kept";

    private final MediaFolders folders;

    Receipts(MediaFolders folders) {
        this.folders = folders;
    }

    /** Not forced to disk: what a power cut takes away costs a second copy of the file, and the wait would be everybody's. */
    void write(MediaId id, Receipt receipt) throws IOException {
        Path file = file(id);
        Path draft = file.resolveSibling(Disk.TEMPORARY + Disk.name(file) + ".tmp");
        Files.write(draft, Json.MAPPER.writeValueAsBytes(receipt));
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The saved file, where it is still exactly what the receipt says. */
    Optional<Receipt> find(MediaId id) throws IOException {
        Optional<Receipt> receipt = read(file(id));
        return receipt.isPresent() && isThere(receipt.get()) ? receipt : Optional.empty();
    }

    private static Optional<Receipt> read(Path file) throws IOException {
        if (!file.toFile().exists()) { // the usual case, without the exception that tells the same
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(Json.MAPPER.readValue(in, Receipt.class));
        } catch (NoSuchFileException | JsonProcessingException none) {
            return Optional.empty();
        }
    }

    private static boolean isThere(Receipt receipt) throws IOException {
        Path path = Path.of(receipt.path());
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                && Files.size(path) == receipt.bytes()
                && Digested.of(path).sha256().equals(receipt.sha256());
    }

    private Path file(MediaId id) {
        return folders.spool().resolve(id + EXTENSION);
    }
}
