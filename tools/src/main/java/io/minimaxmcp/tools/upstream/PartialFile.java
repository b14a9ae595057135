package io.minimaxmcp.tools.upstream;

import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.ToolException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.FileSystem;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpClientResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A file on its way to disk: counts and digests what arrives, and knows from where to go on. */
final class PartialFile {
    private static final long UNKNOWN = -1;
    private static final long WRONG_PART = -2;
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d{1,15})-\\d{1,15}/(\\d{1,15})");

    private final FileSystem disk;
    private final Path path;
    private final long maxBytes;
    private final MessageDigest digest = Digests.sha256();

    private long received;
    private @Nullable String version;
    private @Nullable String contentType;

    PartialFile(FileSystem disk, Path path, long maxBytes) {
        this.disk = disk;
        this.path = path;
        this.maxBytes = maxBytes;
    }

    long received() {
        return received;
    }

    /** What to ask the rest of; null when there is nothing yet, or when the server does not tell one version from another. */
    @Nullable
    String version() {
        return received > 0 ? version : null;
    }

    /** Begins again at the first byte. */
    void forget() {
        received = 0;
        version = null;
        digest.reset();
    }

    /**
     * Opens the file for one connection's worth. To be done before the request is sent: what arrives while nobody listens is lost when
     * the connection breaks.
     */
    Future<AsyncFile> open() {
        OpenOptions options = new OpenOptions().setWrite(true).setCreate(true);
        return disk.open(path.toAbsolutePath().toString(), options)
                .recover(fault -> Future.failedFuture(new DiskFault(fault)));
    }

    /** Takes the body of a 200 from the start, and of a 206 from where the last one broke off. */
    Future<Download> take(HttpClientResponse response, AsyncFile file) {
        long total = response.statusCode() == 206 ? totalOfRest(response) : begin(response);
        if (total == WRONG_PART) {
            drop(response);
            forget();
            return Future.failedFuture(new IOException("another part than asked for: beginning again"));
        }
        if (total > maxBytes) {
            drop(response);
            return Future.failedFuture(tooLarge());
        }
        return write(response, file).compose(written -> finish(total));
    }

    /** Reads no further; the connection is closed. */
    static void drop(HttpClientResponse response) {
        response.exceptionHandler(expected -> {});
        response.request().reset();
    }

    private long begin(HttpClientResponse response) {
        forget();
        String tag = response.getHeader("ETag");
        version = tag == null || tag.startsWith("W/") ? response.getHeader("Last-Modified") : tag;
        contentType = response.getHeader("Content-Type");
        String length = response.getHeader("Content-Length");
        return length != null && length.matches("\\d{1,15}") ? Long.parseLong(length) : UNKNOWN;
    }

    private long totalOfRest(HttpClientResponse response) {
        String header = response.getHeader("Content-Range");
        Matcher range = CONTENT_RANGE.matcher(header == null ? "" : header);
        boolean wanted = range.matches() && received > 0 && Long.parseLong(range.group(1)) == received;
        return wanted ? Long.parseLong(range.group(2)) : WRONG_PART;
    }

    private Future<Void> write(HttpClientResponse response, AsyncFile file) {
        Promise<Void> end = Promise.promise();
        Tail tail = new Tail();
        response.handler(chunk -> {
            if (end.future().isComplete()) {
                return;
            }
            if (received + chunk.length() > maxBytes) {
                end.tryFail(tooLarge());
                response.request().reset();
                return;
            }
            tail.add(file.write(chunk, received).onFailure(fault -> {
                end.tryFail(new DiskFault(fault));
                response.request().reset();
            }));
            count(chunk);
            if (file.writeQueueFull()) {
                awaitRoom(response, file);
            }
        });
        response.exceptionHandler(end::tryFail);
        response.endHandler(ended -> tail.written.onComplete(written -> end.tryComplete()));
        return end.future();
    }

    /** The file is written by another thread, which may be done before it knows whom to tell: so there is a second look. */
    private static void awaitRoom(HttpClientResponse response, AsyncFile file) {
        response.pause();
        file.drainHandler(drained -> response.resume());
        if (!file.writeQueueFull()) {
            response.resume();
        }
    }

    private void count(Buffer chunk) {
        digest.update(chunk.getBytes());
        received += chunk.length();
    }

    private Future<Download> finish(long total) {
        if (received == 0 || (total != UNKNOWN && received != total)) {
            return Future.failedFuture(new IOException("the file is cut off"));
        }
        // An earlier connection may have brought more bytes of an older version.
        return disk.truncate(path.toAbsolutePath().toString(), received)
                .recover(fault -> Future.failedFuture(new DiskFault(fault)))
                .map(cut -> new Download.Saved(path, received, Digests.hex(digest.digest()), contentType));
    }

    private ToolException tooLarge() {
        return new ToolException(Failure.of(
                ErrorKind.INVALID_INPUT,
                "The file is larger than the " + maxBytes + " bytes that are fetched.",
                "Use a smaller file."));
    }

    /** The last of the writes so far, and all before it. */
    private static final class Tail {
        private Future<Void> written = Future.succeededFuture();

        void add(Future<Void> next) {
            written = written.compose(before -> next);
        }
    }

    /** Our own disk failed, so that no other connection helps. */
    static final class DiskFault extends RuntimeException {
        DiskFault(Throwable cause) {
            super(cause);
        }
    }
}
