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
 * @param version counts changes; a change carries the version it was made from, and is accepted only while that is the newest
 * @param requestId the caller's own name for the request, where one was given
 * @param fingerprint a digest of tool and arguments: equal for identical requests
 * @param sandbox whether it was made in the sandbox, where nothing costs
 * @param upstreamState MiniMax's own word for the state
 * @param outputs where the results are upstream, from {@code COLLECTING} on
 * @param artifacts what was saved, from {@code SUCCEEDED} on
 * @param told what MiniMax told of the result beside it; null where it told nothing
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
        @Nullable Failure failure,
        @Nullable Told told) {
    public Job {
        outputs = List.copyOf(outputs);
        artifacts = List.copyOf(artifacts);
    }

    /** A job that is not in the ledger yet. */
    public static Job asked(
            String id,
            Tenant tenant,
            @Nullable String requestId,
            String fingerprint,
            Order order,
            Instant now,
            boolean sandbox) {
        return new Job(
                id,
                0,
                tenant,
                requestId,
                fingerprint,
                order,
                JobStage.QUEUED,
                now,
                now,
                sandbox,
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null);
    }

    /** A change to store: the paid request leaves now. */
    public Job sending(Instant now) {
        return change(JobStage.SENDING, now, taskId, traceId, upstreamState, outputs, artifacts, voice, null);
    }

    /** A change to store: the request left and was provably not taken, so it may be sent. */
    public Job notTaken(Instant now) {
        return change(JobStage.QUEUED, now, taskId, traceId, upstreamState, outputs, artifacts, voice, null);
    }

    /** A change to store: MiniMax works on it. */
    public Job running(Sight.Underway seen, Instant now) {
        return change(
                        JobStage.RUNNING,
                        now,
                        seen.taskId(),
                        newest(seen.traceId()),
                        seen.state(),
                        outputs,
                        artifacts,
                        voice,
                        null)
                .telling(seen.told());
    }

    /** A change to store: MiniMax is done; nothing is left to do where no files were made. */
    public Job done(Sight.Done seen, Instant now) {
        JobStage next = seen.outputs().isEmpty() ? JobStage.SUCCEEDED : JobStage.COLLECTING;
        String made = seen.voice() == null ? voice : seen.voice();
        return change(next, now, taskId, newest(seen.traceId()), upstreamState, seen.outputs(), artifacts, made, null)
                .telling(seen.told());
    }

    /** What was told before stays true where nothing else is told. */
    private Job telling(@Nullable Told words) {
        return new Job(
                id,
                version,
                tenant,
                requestId,
                fingerprint,
                order,
                stage,
                createdAt,
                updatedAt,
                sandbox,
                taskId,
                traceId,
                upstreamState,
                outputs,
                artifacts,
                voice,
                failure,
                words == null ? told : words);
    }

    /** A change to store: the results are saved. */
    public Job collected(List<Artifact> saved, Instant now) {
        return change(JobStage.SUCCEEDED, now, taskId, traceId, upstreamState, outputs, saved, voice, null);
    }

    /** A change to store: the results are saved, as far as they could be had. */
    Job collectedInPart(List<Artifact> saved, String why, Instant now) {
        return collected(saved, now).telling(Told.also(told, why));
    }

    /** The last change to store: it came to nothing, or nobody knows to what. */
    public Job ended(JobStage end, Failure why, Instant now) {
        return change(end, now, taskId, newest(why.traceId()), upstreamState, outputs, artifacts, voice, why.ofJob(id));
    }

    /** As it stands in a ledger that has counted its last change. */
    public Job withVersion(int counted) {
        return new Job(
                id,
                counted,
                tenant,
                requestId,
                fingerprint,
                order,
                stage,
                createdAt,
                updatedAt,
                sandbox,
                taskId,
                traceId,
                upstreamState,
                outputs,
                artifacts,
                voice,
                failure,
                told);
    }

    private @Nullable String newest(@Nullable String trace) {
        return trace == null ? traceId : trace;
    }

    private Job change(
            JobStage to,
            Instant now,
            @Nullable String task,
            @Nullable String trace,
            @Nullable String state,
            List<Output> made,
            List<Artifact> saved,
            @Nullable String newVoice,
            @Nullable Failure why) {
        return new Job(
                id,
                version,
                tenant,
                requestId,
                fingerprint,
                order,
                to,
                createdAt,
                now,
                sandbox,
                task,
                trace,
                state,
                made,
                saved,
                newVoice,
                why,
                told);
    }
}
