package io.minimaxmcp.tools.media;

import io.minimaxmcp.tools.media.probe.MediaFacts;
import io.minimaxmcp.tools.tool.Tenant;
import io.minimaxmcp.tools.tool.ToolException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where results last: readable names in the output folder, nothing overwritten, nothing outside of it, nothing twice. */
public final class MediaStore {
    private static final Logger LOG = LoggerFactory.getLogger(MediaStore.class);

    private final MediaFolders folders;
    private final Receipts receipts;
    private final FileWork work;
    private final FolderCheck check;

    /**
     * @param minFreeBytes with less than this free on a disk, nothing new is begun
     */
    public MediaStore(MediaFolders folders, FileWork work, long minFreeBytes) {
        this.folders = folders;
        this.receipts = new Receipts(folders);
        this.work = work;
        this.check = new FolderCheck(folders, minFreeBytes, System::nanoTime);
    }

    /** Fails where a result could not be saved under this name, so that nobody pays for one; to be asked before money is spent. */
    public CompletionStage<Void> ready(Tenant tenant, @Nullable String outputName) {
        CompletionStage<Path> checked = work.run(() -> {
            List<String> below = outputName == null
                    ? List.of()
                    : OutputName.parse(outputName).folders();
            check.run(tenant);
            return new ConfinedFolder(folders.outputOf(tenant)).folder(below);
        });
        return checked.thenAccept(ignored -> {});
    }

    /** A result that an earlier attempt saved and nobody has touched since. */
    Optional<Artifact> find(MediaId id, String extension) throws IOException {
        Optional<Receipt> receipt = receipts.find(id);
        if (receipt.isEmpty()) {
            return Optional.empty();
        }
        MediaFacts facts = MediaCheck.facts(Path.of(receipt.get().path()), extension);
        return Optional.of(artifact(id, receipt.get(), facts));
    }

    /**
     * Gives a finished file its place among the results. It keeps its old name too, for the caller to discard.
     *
     * @param url where it was fetched from; null where it came inside an answer. What was fetched is discarded at once and might be fetched
     *     again, so it gets a receipt; the other keeps its old name until the ledger knows the new one, and tells by that where it is.
     * @param beside the path of the result that it belongs to, whose name it gets
     */
    Artifact keep(Delivery delivery, int index, Draft draft, @Nullable String url, @Nullable String beside)
            throws IOException {
        MediaId id = delivery.id(index);
        String wished = delivery.pieces().get(index).extension();
        MediaFacts facts = MediaCheck.facts(draft.file(), wished);
        if (url != null) {
            // What came inside an answer was forced when it was written.
            Disk.force(draft.file());
        }
        Placing free = placing(delivery, index, wished);
        Placing placing = beside == null ? free : free.named(Path.of(beside));
        String extension = MediaTypes.extension(facts.mimeType(), placing.extension());
        ConfinedFolder.Before receipt = target -> receipts.write(id, receipt(target, draft.digested(), url));
        Path path = placing.in()
                .place(
                        draft.file(),
                        placing.folder(),
                        placing.stem(),
                        extension,
                        placing.kin(),
                        url == null ? ConfinedFolder.Before.NOTHING : receipt,
                        url == null ? receipt : ConfinedFolder.Before.NOTHING);
        return artifact(id, receipt(path, draft.digested(), url), facts);
    }

    private static Receipt receipt(Path path, Digested digested, @Nullable String url) {
        return new Receipt(path.toString(), digested.sha256(), digested.bytes(), url);
    }

    private Placing placing(Delivery delivery, int index, String extension) throws IOException {
        ConfinedFolder output = new ConfinedFolder(folders.outputOf(delivery.tenant()));
        int count = delivery.isSet() ? 1 : delivery.pieces().size();
        String name = delivery.outputName();
        try {
            if (name != null) {
                OutputName wished = OutputName.parse(name);
                String stem = FileNames.numbered(wished.stem(), index + 1, count);
                String wishedExtension = wished.extension().isEmpty() ? extension : wished.extension();
                return new Placing(
                        output, output.folder(wished.folders()), stem, wishedExtension, kin(delivery, index));
            }
        } catch (ToolException unusable) { // it was paid for: it is saved under another name rather than not at all
            LOG.atWarn()
                    .setCause(unusable)
                    .addKeyValue("jobId", delivery.jobId())
                    .log("output_name cannot be used");
        }
        String stem = FileNames.readable(delivery.kind(), delivery.label(), delivery.jobId(), index + 1, count);
        return new Placing(output, output.folder(List.of()), stem, extension, kin(delivery, index));
    }

    /** The forms that those of a set which come after it will have. */
    private static Set<String> kin(Delivery delivery, int index) {
        return delivery.isSet()
                ? delivery.pieces().stream()
                        .skip(index + 1L)
                        .map(Piece::extension)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private static Artifact artifact(MediaId id, Receipt receipt, MediaFacts facts) {
        return new Artifact(
                id.uri(),
                receipt.url(),
                receipt.path(),
                facts.mimeType(),
                receipt.bytes(),
                receipt.sha256(),
                facts.durationMs(),
                facts.width(),
                facts.height());
    }

    /**
     * Where a result is to be, but for the number that keeps it from overwriting another.
     *
     * @param kin extensions under which the same name must be free too
     */
    private record Placing(ConfinedFolder in, Path folder, String stem, String extension, Set<String> kin) {
        Placing named(Path first) {
            String name = Disk.name(first);
            return new Placing(in, folder, name.substring(0, name.lastIndexOf('.')), extension, Set.of());
        }
    }
}
