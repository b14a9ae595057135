package io.minimaxmcp.tools.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.tools.media.Artifact;
import io.minimaxmcp.tools.spend.Estimate;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job as callers see it: the structured result of every generating tool and of the job tools.
 *
 * @param jobId null only for a dry run, which makes no job
 * @param status a {@link JobStage#status()}, or {@code dry_run}
 * @param deduplicated whether this call found an earlier job instead of making one
 * @param voice the voice that was made, for jobs that make one
 * @param text what the job wrote, for jobs that write
 * @param title of the song, as is {@code style}, for jobs that write lyrics
 * @param note what MiniMax told of the result beside it
 * @param pollAfterSeconds when to ask again, for unfinished jobs
 * @param nextStep what the caller can do now, as an instruction
 * @param request what would be sent, for a dry run
 */
public record JobView(
        @Nullable String jobId,
        String kind,
        String status,
        @Nullable String model,
        Instant createdAt,
        long elapsedMs,
        boolean deduplicated,
        boolean sandbox,
        List<Artifact> artifacts,
        @Nullable String voice,
        @Nullable String text,
        @Nullable String title,
        @Nullable String style,
        @Nullable String note,
        Estimate cost,
        @Nullable Upstream upstream,
        @Nullable Integer pollAfterSeconds,
        @Nullable String nextStep,
        @Nullable Request request) {
    public JobView {
        artifacts = List.copyOf(artifacts);
    }

    /** The names under which MiniMax knows the job. */
    public record Upstream(
            @Nullable String taskId, @Nullable String traceId) {}

    /** The paid request of a dry run; media, and what may be secret in links, are shortened. */
    public record Request(String method, String path, ObjectNode body) {}
}
