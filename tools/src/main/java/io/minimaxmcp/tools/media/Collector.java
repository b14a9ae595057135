package io.minimaxmcp.tools.media;

import io.minimaxmcp.tools.tool.Charged;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.tool.Tenant;
import io.minimaxmcp.tools.tool.ToolException;
import io.minimaxmcp.tools.upstream.SecureLink;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Brings a job's results from links and the spool to where they last. */
public final class Collector {
    private final MediaStore store;
    private final Spool spool;
    private final Links links;
    private final FileWork work;
    private final ResultMode mode;

    public Collector(MediaStore store, Spool spool, Links links, FileWork work, ResultMode mode) {
        this.store = store;
        this.spool = spool;
        this.links = links;
        this.work = work;
        this.mode = mode;
    }

    /** Fails where results could not be saved under this name; to be asked before money is spent. */
    public CompletionStage<Void> ready(Tenant tenant, @Nullable String outputName) {
        return store.ready(tenant, outputName);
    }

    /**
     * Fetches, checks and saves what is not saved yet, and completes with all artifacts in order. Harmless to repeat, by another process
     * too. Makes one attempt, and fails with what can be retried and what cannot.
     */
    public CompletionStage<List<Artifact>> collect(Delivery delivery) {
        return Stages.from(() -> delivery.isSet()
                ? from(0, delivery, List.of(), problem -> false)
                : Stages.all(IntStream.range(0, delivery.pieces().size())
                        .mapToObj(index -> collect(delivery, index, null))
                        .toList()));
    }

    /**
     * The same, without what cannot be had.
     *
     * @param without whether a piece that fails so is left out
     */
    public CompletionStage<List<Artifact>> collectSome(Delivery delivery, Predicate<Throwable> without) {
        return Stages.from(() -> from(0, delivery, List.of(), without));
    }

    /** One after the other: the first that is saved gets a name that the others can have as well. */
    private CompletionStage<List<Artifact>> from(
            int index, Delivery delivery, List<Artifact> before, Predicate<Throwable> without) {
        if (index == delivery.pieces().size()) {
            return Stages.of(before);
        }
        String beside = before.stream()
                .map(Artifact::path)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return Stages.from(() -> collect(delivery, index, beside))
                .thenApply(
                        next -> Stream.concat(before.stream(), Stream.of(next)).toList())
                .exceptionallyCompose(
                        problem -> without.test(problem) ? Stages.of(before) : CompletableFuture.failedFuture(problem))
                .thenCompose(saved -> from(index + 1, delivery, saved, without));
    }

    private CompletionStage<Artifact> collect(Delivery delivery, int index, @Nullable String beside) {
        Piece piece = delivery.pieces().get(index);
        MediaId id = delivery.id(index);
        String spooled = piece.spooled();
        if (spooled == null && mode == ResultMode.URL && !Subtitles.isSubtitle(piece.extension())) {
            return link(piece).thenApply(link -> linkOnly(id, link, piece.extension()));
        }
        if (spooled != null) {
            return work.run(() -> {
                Optional<Artifact> found = store.find(id, piece.extension());
                return found.isPresent() ? found.get() : unspooled(delivery, index, spooled, beside);
            });
        }
        return work.run(() -> store.find(id, piece.extension()))
                .thenCompose(found -> found.isPresent() ? Stages.of(found.get()) : fetched(delivery, index, beside));
    }

    private CompletionStage<Artifact> fetched(Delivery delivery, int index, @Nullable String beside) {
        return link(delivery.pieces().get(index))
                .thenCompose(link -> links.result(link, delivery.id(index))
                        .thenCompose(draft -> work.run(
                                () -> moved(delivery, index, readable(delivery, index, draft), link, beside))));
    }

    private static CompletionStage<String> link(Piece piece) {
        return Stages.from(piece.link()).thenApply(SecureLink::of);
    }

    /** Subtitles come as a list of MiniMax's own, which no player reads. */
    private Draft readable(Delivery delivery, int index, Draft draft) throws IOException {
        String extension = delivery.pieces().get(index).extension();
        if (!Subtitles.isSubtitle(extension)) {
            return draft;
        }
        Optional<Subtitles> subtitles = Subtitles.parse(Files.readAllBytes(draft.file()));
        if (subtitles.isEmpty() || subtitles.get().cues().isEmpty()) {
            return draft;
        }
        Path file =
                spool.file(spool.write(delivery.id(index), bytes(subtitles.get().as(extension)), extension));
        draft.discard();
        return new Draft(file, Digested.of(file));
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private Artifact unspooled(Delivery delivery, int index, String name, @Nullable String beside) throws IOException {
        Path file = spool.file(name);
        if (!Files.isRegularFile(file)) {
            throw new ToolException(Failure.of(
                            ErrorKind.NOT_FOUND,
                            "MiniMax made the result and handed it over, but it is no longer in the data folder: "
                                    + name + ".",
                            "Look for the file in a backup of the data folder; another request_id makes it anew and costs again.")
                    .charged(Charged.YES));
        }
        return store.keep(delivery, index, new Draft(file, Digested.of(file)), null, beside);
    }

    /** What was fetched is given up once it has its place, or is not the media. */
    private Artifact moved(Delivery delivery, int index, Draft draft, String link, @Nullable String beside)
            throws IOException {
        try {
            Artifact artifact = store.keep(delivery, index, draft, link, beside);
            draft.discard();
            return artifact;
        } catch (ToolException notTheMedia) {
            draft.discard();
            throw notTheMedia;
        }
    }

    /** Removes these files of the spool, whose bytes have their place. What cannot be removed is swept away later. */
    public CompletionStage<Integer> forget(List<String> spooled) {
        return work.run(() -> {
            int removed = 0;
            for (String name : spooled) {
                removed += Files.deleteIfExists(spool.file(name)) ? 1 : 0;
            }
            return removed;
        });
    }

    private static Artifact linkOnly(MediaId id, String link, String extension) {
        String mimeType = MediaTypes.ofExtension(extension).orElse(MediaCheck.UNKNOWN);
        return new Artifact(id.uri(), link, null, mimeType, null, null, null, null, null);
    }
}
