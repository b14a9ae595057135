package io.minimaxmcp.tools.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Media that callers gave, kept by their SHA-256, so that a job can be sent after a restart with the very bytes it was priced with. */
public final class InputStore {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final MediaFolders folders;
    private final InstantSource clock;

    public InputStore(MediaFolders folders, InstantSource clock) {
        this.folders = folders;
        this.clock = clock;
    }

    /** Blocks: for the file executor. */
    public Optional<Path> find(String sha256) {
        if (!SHA256.matcher(sha256).matches()) {
            return Optional.empty();
        }
        Path file = folders.inputs().resolve(sha256);
        return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    }

    /** A name that nobody has, for bytes on their way in. */
    Path newDraft() {
        return folders.inputs().resolve(Disk.TEMPORARY + UUID.randomUUID() + ".tmp");
    }

    /** Copies a stream in, no further than {@code maxBytes}, without giving it a name yet. */
    Draft draft(InputStream in, long maxBytes) throws IOException {
        Path file = newDraft();
        return new Draft(file, Digested.writeNew(in, file, maxBytes));
    }

    /** Gives a draft its name. The same bytes once more are the same file, only younger. */
    Path keep(Draft draft) throws IOException {
        Path file = folders.inputs().resolve(draft.digested().sha256());
        if (Files.exists(file)) {
            Files.delete(draft.file());
            Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
        } else {
            Disk.replace(draft.file(), file);
        }
        return file;
    }
}
