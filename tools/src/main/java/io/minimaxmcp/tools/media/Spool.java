package io.minimaxmcp.tools.media;

import io.minimaxmcp.tools.tool.Charged;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.ToolException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Results that came inside an answer, on disk in the data folder until they get their place among the results. */
public final class Spool {
    private final MediaFolders folders;
    private final FileWork work;

    public Spool(MediaFolders folders, FileWork work) {
        this.folders = folders;
        this.work = work;
    }

    /** Decodes hex to disk and completes with the file's name once it would outlive a power cut. */
    public CompletionStage<String> hex(MediaId id, String hex, String extension) {
        return work.run(() -> write(id, new HexDecoder(hex), extension));
    }

    /** Decodes base64 to disk and completes with the file's name once it would outlive a power cut. */
    public CompletionStage<String> base64(MediaId id, String base64, String extension) {
        return work.run(() -> write(id, Base64Decoder.of(base64, 0), extension));
    }

    /** Writes a text to disk and completes with the file's name once it would outlive a power cut. */
    public CompletionStage<String> text(MediaId id, String text, String extension) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return work.run(() -> write(id, new ByteArrayInputStream(bytes), extension));
    }

    /** The files of a job, the first result first; none where the first is missing. */
    public CompletionStage<List<Spooled>> left(String jobId) {
        return work.run(() -> {
            List<Spooled> files = new ArrayList<>();
            for (Optional<Spooled> next = result(jobId, 1); next.isPresent(); next = result(jobId, files.size() + 1)) {
                files.add(next.get());
            }
            return files;
        });
    }

    private Optional<Spooled> result(String jobId, int number) throws IOException {
        String start = new MediaId(jobId, number) + ".";
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folders.spool(), start + "*")) {
            for (Path file : found) {
                String extension = Disk.name(file).substring(start.length());
                if (MediaTypes.ofExtension(extension).isPresent()) {
                    return Optional.of(new Spooled(Disk.name(file), extension));
                }
            }
            return Optional.empty();
        }
    }

    /** A file of the spool by its name, whether or not it is there. */
    Path file(String name) {
        Path file = folders.spool().resolve(name);
        if (!file.normalize().equals(file) || !folders.spool().equals(file.getParent())) {
            throw new IllegalArgumentException("not a name in the spool: " + name);
        }
        return file;
    }

    /**
     * Blocks. Writes the file whole or not at all; one of the same name is replaced. The bytes outlive a power cut, and so does the name
     * where forcing a new file forces its name too, as the usual file systems do.
     */
    String write(MediaId id, InputStream decoded, String extension) throws IOException {
        Path file = file(id + "." + extension);
        Path draft = file.resolveSibling(Disk.TEMPORARY + Disk.name(file) + ".tmp");
        try {
            if (Digested.write(decoded, draft).bytes() == 0) {
                throw new UndecodableException("it is empty");
            }
        } catch (UndecodableException broken) {
            Files.deleteIfExists(draft);
            throw paidAndBroken(extension, broken);
        }
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return Disk.name(file);
    }

    private static ToolException paidAndBroken(String extension, UndecodableException broken) {
        return new ToolException(
                Failure.of(
                                ErrorKind.UPSTREAM,
                                "MiniMax answered with " + extension + " data that cannot be decoded: "
                                        + broken.getMessage() + ".",
                                "Ask MiniMax support with the trace id; to try again with a new paid request, use another request_id.")
                        .charged(Charged.YES),
                broken);
    }
}
