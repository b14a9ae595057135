package io.minimaxmcp.tools.job;

import io.minimaxmcp.tools.media.Artifact;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.Tenant;
import io.minimaxmcp.tools.upstream.Endpoint;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Shows jobs to callers. */
final class JobViews {
    private static final Told NOTHING = new Told(null, null, null, null);

    private final JobSettings settings;
    private final JobProgress progress;
    private final BiFunction<Tenant, Artifact, Optional<String>> publicLink;
    private final Clock clock;

    JobViews(
            JobSettings settings,
            JobProgress progress,
            BiFunction<Tenant, Artifact, Optional<String>> publicLink,
            Clock clock) {
        this.settings = settings;
        this.progress = progress;
        this.publicLink = publicLink;
        this.clock = clock;
    }

    /** @param localPaths whether the caller is on this machine, and may know where files lie */
    JobView of(Job job, boolean localPaths, Match match) {
        boolean isOver = job.stage().isFinal();
        Told told = job.told() == null ? NOTHING : job.told();
        return new JobView(
                job.id(),
                job.order().kind(),
                job.stage().status(),
                job.order().model(),
                job.createdAt(),
                progress.elapsed(job).toMillis(),
                match.isEarlier(),
                job.sandbox(),
                localPaths
                        ? job.artifacts()
                        : job.artifacts().stream()
                                .map(artifact -> withoutPath(job.tenant(), artifact))
                                .toList(),
                job.voice(),
                text(job),
                told.title(),
                told.style(),
                told.note(),
                job.order().estimate(),
                job.taskId() == null && job.traceId() == null
                        ? null
                        : new JobView.Upstream(job.taskId(), job.traceId()),
                isOver ? null : Math.toIntExact(Math.max(1, settings.pollEvery().toSeconds())),
                nextStep(job, match),
                null);
    }

    JobView dryRun(Order order, Endpoint endpoint) {
        return new JobView(
                null,
                order.kind(),
                "dry_run",
                order.model(),
                clock.instant(),
                0,
                false,
                settings.sandbox(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                order.estimate(),
                null,
                null,
                "Nothing was sent. Call " + order.tool() + " again without dry_run to make it.",
                DryRun.request(endpoint, order.request()));
    }

    private static @Nullable String text(Job job) {
        return job.stage() == JobStage.SUCCEEDED
                ? job.outputs().stream()
                        .map(Output::text)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null)
                : null;
    }

    private static @Nullable String nextStep(Job job, Match match) {
        Failure failure = job.failure();
        if (failure != null) {
            return failure.nextStep();
        }
        String another = another(job, match);
        if (!job.stage().isFinal()) {
            return "Call get_job with job_id \"" + job.id()
                    + "\" for the result, which is saved even if nobody waits; do" + " not call "
                    + job.order().tool() + " again for it." + another;
        }
        if (job.voice() != null) {
            return "Use it as voice \"" + job.voice() + "\" in generate_speech. It becomes lasting, and its fee is"
                    + " due, with its first use: within 7 days, or MiniMax deletes it." + another;
        }
        return match.isEarlier() ? another.strip() : null;
    }

    private static String another(Job job, Match match) {
        String again = ", call " + job.order().tool() + " again with a new request_id.";
        return switch (match) {
            case NEW -> "";
            case SAME -> " To make another one" + again;
            case OTHER_ARGUMENTS -> " " + Match.OTHERS + " To make what this call asks for" + again;
        };
    }

    /** What is saved here is linked to here: MiniMax's own link ends sooner, and results that came inside an answer have none. */
    private Artifact withoutPath(Tenant tenant, Artifact artifact) {
        Optional<String> own = artifact.path() == null ? Optional.empty() : publicLink.apply(tenant, artifact);
        return new Artifact(
                artifact.uri(),
                own.orElse(artifact.url()),
                null,
                artifact.mimeType(),
                artifact.bytes(),
                artifact.sha256(),
                artifact.durationMs(),
                artifact.width(),
                artifact.height());
    }
}
