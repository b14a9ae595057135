package io.minimaxmcp.tools.job;

import io.minimaxmcp.tools.media.MediaId;
import io.minimaxmcp.tools.media.MediaLookup;
import io.minimaxmcp.tools.media.StoredMedia;
import io.minimaxmcp.tools.tool.Tenant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds earlier results by their ids in the ledger. */
public final class EarlierResults implements MediaLookup {
    private final JobLedger ledger;
    private final Map<String, JobSource> sources;

    public EarlierResults(JobLedger ledger, List<JobSource> sources) {
        this.ledger = ledger;
        this.sources = sources.stream().collect(Collectors.toUnmodifiableMap(JobSource::name, Function.identity()));
    }

    @Override
    public CompletionStage<Optional<StoredMedia>> find(Tenant tenant, MediaId id) {
        return ledger.find(tenant, id.jobId()).thenApply(found -> found.flatMap(job -> stored(job, id)));
    }

    private Optional<StoredMedia> stored(Job job, MediaId id) {
        return job.artifacts().stream()
                .filter(artifact -> artifact.uri().equals(id.uri()))
                .findFirst()
                .map(artifact -> new StoredMedia(
                        artifact, () -> source(job).link(job, job.outputs().get(id.number() - 1))));
    }

    private JobSource source(Job job) {
        return Objects.requireNonNull(sources.get(job.order().source()), "a job names a source that there is");
    }
}
