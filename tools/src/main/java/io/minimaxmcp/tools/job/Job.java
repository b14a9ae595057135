package io.minimaxmcp.tools.job;

import io.minimaxmcp.tools.media.Artifact;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.Tenant;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One paid request and all that became of it, as the ledger keeps it. Immutable; each change is a new version.
 *
 * @param id time-ordered, so that ids sort by age
 * @param version counts changes; a change is accepted only from the version it was made from
 * @param requestId the caller's own name for the request, where one was given
 * @param fingerprint a digest of tool and arguments: equal for identical requests
 * @param sandbox whether it was made in the sandbox, where nothing costs
 * @param upstreamState MiniMax's own word for the state
 * @param outputs where the results are upstream, from {@code COLLECTING} on
 * @param artifacts what was saved, from {@code SUCCEEDED} on
 */
public record Job(
        String id,
        int version,
        Tenant tenant,
        @Nullable String requestId,
        String fingerprint,
        Order order,
        JobStage stage,
        Instant createdAt,
        Instant updatedAt,
        boolean sandbox,
        @Nullable String taskId,
        @Nullable String traceId,
        @Nullable String upstreamState,
        List<Output> outputs,
        List<Artifact> artifacts,
        @Nullable String voice,
        @Nullable Failure failure) {
    public Job {
        outputs = List.copyOf(outputs);
        artifacts = List.copyOf(artifacts);
    }
}
