package io.minimaxmcp.tools.media;

import io.minimaxmcp.tools.tool.Charged;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.ToolException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

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

    /** A file of the spool by its name, whether or not it is there. */
    Path file(String name) {
        Path file = folders.spool().resolve(name);
        if (!file.normalize().equals(file) || !folders.spool().equals(file.getParent())) {
            throw new IllegalArgumentException("not a name in the spool: " + name);
        }
        return file;
    }

    private String write(MediaId id, InputStream decoded, String extension) throws IOException {
        Path file = file(id + "." + extension);
        Path draft = file.resolveSibling(Disk.TEMPORARY + Disk.name(file) + ".tmp");
        Files.deleteIfExists(draft);
        if (Digested.write(new Undecodable(decoded, extension), draft, Long.MAX_VALUE)
                        .bytes()
                == 0) {
            Files.delete(draft);
            throw broken("it is empty", extension, null);
        }
        Disk.replace(draft, file);
        return Disk.name(file);
    }

    private static ToolException broken(String why, String extension, @Nullable Throwable cause) {
        Failure failure = Failure.of(
                        ErrorKind.UPSTREAM,
                        "MiniMax answered with " + extension + " data that cannot be decoded: " + why + ".",
                        "Ask MiniMax support with the trace id; to try again with a new paid request, use another request_id.")
                .charged(Charged.YES);
        return cause == null ? new ToolException(failure) : new ToolException(failure, cause);
    }

    /** Tells a text that cannot be decoded from a disk that cannot be written. */
    private static final class Undecodable extends InputStream {
        private final InputStream decoded;
        private final String extension;

        Undecodable(InputStream decoded, String extension) {
            this.decoded = decoded;
            this.extension = extension;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try {
                return decoded.read(into, offset, length);
            } catch (IOException notDecodable) {
                throw broken(String.valueOf(notDecodable.getMessage()), extension, notDecodable);
            }
        }
    }
}
