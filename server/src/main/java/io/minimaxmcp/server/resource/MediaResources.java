package io.minimaxmcp.server.resource;

import io.minimaxmcp.server.mcp.ResourceBody;
import io.minimaxmcp.server.mcp.ResourceEntry;
import io.minimaxmcp.server.mcp.ResourceSource;
import io.minimaxmcp.server.mcp.ResourceTemplate;
import io.minimaxmcp.tools.job.Job;
import io.minimaxmcp.tools.job.JobLedger;
import io.minimaxmcp.tools.job.JobQuery;
import io.minimaxmcp.tools.media.Artifact;
import io.minimaxmcp.tools.media.MediaId;
import io.minimaxmcp.tools.media.MediaReader;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Tenant;
import io.minimaxmcp.tools.tool.ToolException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** {@code minimax://media/{id}}: the bytes of an earlier result. */
public final class MediaResources implements ResourceSource {
    private static final int JOBS_LOOKED_AT = 500;
    private static final ResourceTemplate TEMPLATE =
            new ResourceTemplate(MediaId.URI_PREFIX, "id", "media", "Media", "A file that a job made", null);

    private final Supplier<MediaReader> media;
    private final Supplier<JobLedger> ledger;
    private final boolean localPaths;

    public MediaResources(Supplier<MediaReader> media, Supplier<JobLedger> ledger, boolean localPaths) {
        this.media = media;
        this.ledger = ledger;
        this.localPaths = localPaths;
    }

    @Override
    public Optional<ResourceTemplate> template() {
        return Optional.of(TEMPLATE);
    }

    @Override
    public CompletionStage<List<ResourceEntry>> list(Tenant tenant) {
        return CompletableFuture.completedFuture(List.of());
    }

    @Override
    public CompletionStage<Optional<ResourceBody>> read(Tenant tenant, String uri) {
        Optional<MediaId> id = TEMPLATE.idIn(uri).flatMap(MediaId::parse);
        if (id.isEmpty()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return media.get()
                .read(tenant, id.get(), localPaths)
                .<Optional<ResourceBody>>thenApply(
                        content -> Optional.of(new ResourceBody.Bytes(content.mimeType(), content.bytes())))
                .exceptionally(MediaResources::nothingThere);
    }

    @Override
    public CompletionStage<List<String>> complete(Tenant tenant, String prefix) {
        return ledger.get()
                .list(tenant, new JobQuery("succeeded", null, JOBS_LOOKED_AT, null))
                .thenApply(jobs -> jobs.stream()
                        .flatMap(MediaResources::ids)
                        .filter(id -> id.startsWith(prefix))
                        .toList());
    }

    private static Stream<String> ids(Job job) {
        return job.artifacts().stream()
                .map(Artifact::uri)
                .flatMap(uri -> MediaId.ofUri(uri).map(MediaId::toString).stream());
    }

    private static Optional<ResourceBody> nothingThere(Throwable thrown) {
        ToolException known = ToolException.in(thrown);
        if (known != null && known.failure().kind() == ErrorKind.NOT_FOUND) {
            return Optional.empty();
        }
        throw new CompletionException(ToolException.unwrap(thrown));
    }
}
