package io.minimaxmcp.tools.media;

import io.minimaxmcp.tools.tool.CallContext;
import io.minimaxmcp.tools.tool.Cancellation;
import io.minimaxmcp.tools.tool.Confirmer;
import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.tool.Tenant;
import io.minimaxmcp.tools.upstream.Download;
import io.minimaxmcp.tools.upstream.DownloadRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** This package's parts on a folder of their own, with an internet that is a map. A second one on the same folder is a restart. */
final class Bench {
    static final String LINK = "https://cdn.example/result";

    final Path disk;
    final Path output;
    final Path data;
    final MediaFolders folders;
    final FileWork work = new FileWork(Runnable::run);
    final Spool spool;
    final InputStore inputs;
    final MediaStore store;
    final Map<String, byte[]> internet = new HashMap<>();
    final List<String> fetched = new ArrayList<>();
    final Map<String, StoredMedia> ledger = new HashMap<>();

    Bench(Path disk) {
        this.disk = disk;
        this.output = disk.resolve("output");
        this.data = disk.resolve("data");
        this.folders = new MediaFolders(output, data);
        this.spool = new Spool(folders, work);
        this.inputs = new InputStore(folders, InstantSource.fixed(Instant.EPOCH));
        this.store = new MediaStore(folders, work, 1);
    }

    Links links() {
        return new Links(this::download, inputs, spool, work);
    }

    Collector collector(ResultMode mode) {
        return new Collector(store, spool, links(), work, mode);
    }

    MediaReader reader(long maxBytes) {
        return new MediaReader(this::find, links(), work, maxBytes);
    }

    Inputs inputs(Path... allowed) {
        InputPaths paths = new InputPaths(List.of(allowed), output, disk.resolve("home"));
        return new Inputs(paths, inputs, reader(1), links(), work);
    }

    static CallContext remote() {
        return new CallContext(
                new Tenant("acme"), false, Duration.ZERO, ignored -> {}, new Cancellation(), Confirmer.NOBODY);
    }

    static Delivery delivery(String jobId, @Nullable String outputName, Piece... pieces) {
        return new Delivery(Tenant.LOCAL, jobId, "image", "A lighthouse", outputName, List.of(pieces));
    }

    static Piece linked(String url, String extension) {
        return new Piece(null, () -> Stages.of(url), extension);
    }

    static Piece spooled(String name, String extension) {
        return new Piece(
                name, () -> CompletableFuture.failedFuture(new AssertionError("nobody asks for a link")), extension);
    }

    private CompletionStage<Optional<StoredMedia>> find(Tenant tenant, MediaId id) {
        return Stages.of(Optional.ofNullable(ledger.get(tenant.id() + " " + id)));
    }

    private CompletionStage<Download> download(DownloadRequest request) {
        fetched.add(request.origin() + " " + request.url());
        byte[] bytes = internet.get(request.url().toString());
        if (bytes == null) {
            return Stages.of(new Download.Expired(404));
        }
        return work.run(() -> saved(request, bytes));
    }

    private static Download saved(DownloadRequest request, byte[] bytes) throws IOException {
        Files.deleteIfExists(request.file());
        Digested digested = Digested.writeNew(new ByteArrayInputStream(bytes), request.file(), request.maxBytes());
        return new Download.Saved(request.file(), digested.bytes(), digested.sha256(), null);
    }
}
