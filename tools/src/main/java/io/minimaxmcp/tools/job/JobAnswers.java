package io.minimaxmcp.tools.job;

import io.minimaxmcp.tools.media.Artifact;
import io.minimaxmcp.tools.tool.Charged;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.Preview;
import io.minimaxmcp.tools.tool.ResourceLink;
import io.minimaxmcp.tools.tool.ToolException;
import io.minimaxmcp.tools.tool.ToolResult;
import io.minimaxmcp.tools.upstream.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers calls about jobs: as a result, or as the failure that the caller is told of. */
final class JobAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(JobAnswers.class);

    private final JobViews views;
    private final JobText text;
    private final Previewer previewer;

    JobAnswers(JobViews views, JobText text, Previewer previewer) {
        this.views = views;
        this.text = text;
        this.previewer = previewer;
    }

    /** Answers the call that asked for the result: a job that came to nothing is this call's failure. */
    CompletionStage<ToolResult> toOrder(Job job, Match match, Visit visit) {
        Failure failure = job.failure();
        if (failure != null) {
            return ToolException.failed(
                    match.isEarlier() ? ofEarlierJob(failure, job, match) : failure.ofJob(job.id()));
        }
        return visit.isOver() && !job.stage().isFinal()
                ? ToolException.failed(left(job).charged(isSent(job) ? Charged.YES : Charged.UNKNOWN))
                : toLook(job, match, List.of(), visit);
    }

    /** Answers a call that only asked how a job is: that it failed is an answer like any other. */
    CompletionStage<ToolResult> toLook(Job job, List<String> notes, Visit visit) {
        return visit.isOver() && !job.stage().isFinal()
                ? ToolException.failed(left(job))
                : toLook(job, Match.NEW, notes, visit);
    }

    /** Answers with the job as it is. */
    CompletionStage<ToolResult> toLook(Job job, Match match, List<String> notes, Visit visit) {
        JobView view = views.of(job, visit.context().localPaths(), match);
        var allNotes = new ArrayList<>(notes);
        if (match.isEarlier()) {
            allNotes.add(earlier(match) + ": nothing new was sent.");
        }
        String said = text.of(job, view, allNotes);
        List<ResourceLink> links =
                job.artifacts().stream().map(artifact -> link(artifact, job)).toList();
        return preview(job).thenApply(preview -> new ToolResult(view, said, links, preview.orElse(null)));
    }

    ToolResult toDryRun(Order order, Endpoint endpoint, List<String> notes) {
        JobView view = views.dryRun(order, endpoint);
        String price = order.estimate().amount() == null
                ? "an unknown amount"
                : "about " + order.estimate().amount();
        String remarks = String.join(" ", order.notes()) + (order.notes().isEmpty() ? "" : " ");
        String said = remarks + "Dry run: would send " + endpoint.method() + " " + endpoint.path() + " and cost "
                + price + " ("
                + order.estimate().basis() + "). " + String.join(" ", notes)
                + (notes.isEmpty() ? "" : " ") + view.nextStep();
        return ToolResult.of(view, Phrases.within(1000, said));
    }

    ToolResult toList(List<Job> jobs, boolean more, Visit visit) {
        List<JobView> shown = jobs.stream()
                .map(job -> views.of(job, visit.context().localPaths(), Match.NEW))
                .toList();
        String cursor = more ? jobs.get(jobs.size() - 1).id() : null;
        return ToolResult.of(new JobPage(shown, cursor), text.lines(jobs, more));
    }

    private static String earlier(Match match) {
        return match == Match.SAME
                ? "It is the job of an earlier request like this one"
                : "It is the job of an earlier request with this request_id and OTHER arguments";
    }

    private static boolean isSent(Job job) {
        return job.stage() != JobStage.QUEUED;
    }

    private static Failure left(Job job) {
        String goesOn = isSent(job)
                ? " goes on, is paid for, and its result is kept."
                : " waits to be sent: it goes on, will then be paid for, and its result is kept.";
        return Failure.of(
                        ErrorKind.CANCELLED,
                        "The wait was cancelled. Job " + job.id() + goesOn,
                        "Call get_job with job_id \"" + job.id() + "\" to collect it, or cancel_job to try to stop it.")
                .ofJob(job.id());
    }

    private static Failure ofEarlierJob(Failure failure, Job job, Match match) {
        String which = match == Match.SAME ? "like this one" : "with this request_id and OTHER arguments";
        return new Failure(
                failure.kind(),
                "An earlier request " + which + " (job " + job.id() + ") ended so: " + failure.message(),
                failure.field(),
                failure.upstreamCode(),
                failure.traceId(),
                failure.retryable(),
                failure.retryAfterS(),
                failure.charged(),
                failure.nextStep() + " To send it anew all the same, use a new request_id.",
                job.id());
    }

    private static ResourceLink link(Artifact artifact, Job job) {
        String id = artifact.uri().substring(artifact.uri().lastIndexOf('/') + 1);
        String path = artifact.path();
        String name = path == null ? id : path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        return new ResourceLink(artifact.uri(), name, job.order().label(), artifact.mimeType(), artifact.bytes());
    }

    /** A picture that cannot be shown small is still a result. */
    private CompletionStage<Optional<Preview>> preview(Job job) {
        if (!job.order().kind().equals("image") || job.artifacts().isEmpty()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return previewer.preview(job.artifacts().get(0)).exceptionally(problem -> {
            LOG.atWarn().addKeyValue("jobId", job.id()).setCause(problem).log("no preview could be made");
            return Optional.empty();
        });
    }
}
