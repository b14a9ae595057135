package io.minimaxmcp.tools.media;

import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.tool.Tenant;
import io.minimaxmcp.tools.tool.ToolException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.concurrent.CompletionStage;

/** Reads earlier results back, also after a restart. */
public final class MediaReader {
    /** What is read in one piece when no setting says otherwise: clients and models choke on more. */
    public static final long USUAL_MAX_BYTES = 25_000_000;

    private final MediaLookup lookup;
    private final Links links;
    private final FileWork work;
    private final long maxBytes;

    public MediaReader(MediaLookup lookup, Links links, FileWork work, long maxBytes) {
        this.lookup = lookup;
        this.links = links;
        this.work = work;
        this.maxBytes = maxBytes;
    }

    /** Reads a whole result into memory, up to the limit. */
    public CompletionStage<MediaContent> read(Tenant tenant, MediaId id, boolean localPaths) {
        return file(tenant, id, localPaths)
                .thenCompose(file -> work.run(() -> {
                    if (file.bytes() > maxBytes) {
                        throw tooLarge(id, file, localPaths);
                    }
                    return new MediaContent(file.mimeType(), Files.readAllBytes(file.path()));
                }));
    }

    /**
     * Finds a result's file; one of which only the link was kept is fetched again.
     *
     * @param localPaths whether a failure may say where the file was
     */
    public CompletionStage<MediaFile> file(Tenant tenant, MediaId id, boolean localPaths) {
        return lookup.find(tenant, id)
                .thenCompose(found ->
                        found.isEmpty() ? ToolException.failed(unknown(id)) : file(found.get(), id, localPaths));
    }

    private CompletionStage<MediaFile> file(StoredMedia media, MediaId id, boolean localPaths) {
        String path = media.artifact().path();
        if (path != null) {
            return work.run(() -> saved(Path.of(path), media.artifact(), id, localPaths));
        }
        return Stages.from(media.freshLink())
                .thenCompose(links::earlier)
                .thenCompose(file ->
                        work.run(() -> new MediaFile(file, media.artifact().mimeType(), Files.size(file))));
    }

    private static MediaFile saved(Path path, Artifact artifact, MediaId id, boolean localPaths) throws IOException {
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new ToolException(Failure.of(
                    ErrorKind.NOT_FOUND,
                    id.uri() + " is no longer where it was saved" + (localPaths ? ": " + path : "") + ".",
                    "Somebody has moved or deleted the file. Move it back, or make the media again."));
        }
        return new MediaFile(path, artifact.mimeType(), Files.size(path));
    }

    private static Failure unknown(MediaId id) {
        return Failure.of(
                ErrorKind.NOT_FOUND,
                "There is no " + id.uri() + ".",
                "Take the uri from the artifacts of a job; list_jobs shows the jobs there are.");
    }

    private ToolException tooLarge(MediaId id, MediaFile file, boolean localPaths) {
        return new ToolException(Failure.of(
                ErrorKind.UNAVAILABLE,
                id.uri() + " is " + Sizes.of(file.bytes()) + "; at most " + Sizes.of(maxBytes)
                        + " are read in one piece.",
                localPaths
                        ? "Open the file instead: " + file.path()
                        : "Download it from the link in its job instead."));
    }
}
