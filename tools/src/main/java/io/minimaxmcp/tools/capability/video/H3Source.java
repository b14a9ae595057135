package io.minimaxmcp.tools.capability.video;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.tools.job.Empty;
import io.minimaxmcp.tools.job.Job;
import io.minimaxmcp.tools.job.JobLedger;
import io.minimaxmcp.tools.job.JobSource;
import io.minimaxmcp.tools.job.Order;
import io.minimaxmcp.tools.job.Output;
import io.minimaxmcp.tools.job.Sight;
import io.minimaxmcp.tools.job.Withdrawal;
import io.minimaxmcp.tools.media.MediaBodies;
import io.minimaxmcp.tools.tool.Charged;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.tool.ToolException;
import io.minimaxmcp.tools.upstream.Answer;
import io.minimaxmcp.tools.upstream.AttemptListener;
import io.minimaxmcp.tools.upstream.Call;
import io.minimaxmcp.tools.upstream.ClosedProducts;
import io.minimaxmcp.tools.upstream.Endpoint;
import io.minimaxmcp.tools.upstream.Endpoints;
import io.minimaxmcp.tools.upstream.MiniMaxClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The second generation of the video API: tasks that can be listed, and taken back while they are queued. */
public final class H3Source implements JobSource {
    static final String NAME = "h3";
    private static final String EXTENSION = "mp4";
    /** No task that is seen queued is finished so soon. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private static final int ROUNDS = 5;

    private final MiniMaxClient client;
    private final ClosedProducts closed;
    private final H3Uploads uploads;
    private final LostTask lostTask;
    private final Clock clock;

    /**
     * @param closed knows whether the account turned out not to have the product
     * @param ledger to tell a task that was lost from those of other jobs
     */
    public H3Source(MiniMaxClient client, ClosedProducts closed, MediaBodies bodies, JobLedger ledger, Clock clock) {
        this.client = client;
        this.closed = closed;
        this.uploads = new H3Uploads(client, bodies);
        this.lostTask = new LostTask(client, ledger, clock);
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Endpoint endpoint(Order order) {
        return Endpoints.VIDEO_V2;
    }

    @Override
    public CompletionStage<Sight> send(Job job, AttemptListener listener) {
        return uploads.into(job)
                .thenCompose(body -> client.call(job.tenant(), Call.post(Endpoints.VIDEO_V2, body), listener))
                .thenApply(answer -> TaskAnswer.taken(answer, "queued"))
                .exceptionallyCompose(thrown -> CompletableFuture.failedFuture(explained(job, thrown)));
    }

    /** Who waits is given another model's video; who does not must hear how to get one. */
    private Throwable explained(Job job, Throwable thrown) {
        ToolException refused = ToolException.in(thrown);
        boolean isLacking = refused != null
                && refused.failure().charged() == Charged.NO
                && closed.isClosed(job.tenant(), ClosedProducts.VIDEO_V2);
        return refused == null || !isLacking
                ? thrown
                : new ToolException(
                        refused.failure()
                                .advising(
                                        "Call generate_video again without model, with the same request_id if it had one:"
                                                + " now that MiniMax-H3 is known to be missing, MiniMax-Hailuo-2.3 makes it."),
                        refused);
    }

    @Override
    public CompletionStage<Sight> look(Job job) {
        return task(job).thenApply(answer -> seen(job, answer));
    }

    private CompletionStage<Answer> task(Job job) {
        String task = Objects.requireNonNull(job.taskId(), "a running video has a task");
        return client.call(job.tenant(), Call.at(Endpoints.QUERY_VIDEO_V2, Map.of("task_id", task)));
    }

    private static Sight seen(Job job, Answer answer) {
        JsonNode task = answer.body().path("task");
        String state = task.path("status").asText("");
        String id = Objects.requireNonNull(job.taskId());
        return switch (state) {
            case "succeeded" -> new Sight.Done(List.of(Output.file(id, EXTENSION)), null, answer.traceId());
            case "failed" ->
                TaskAnswer.failed(
                        job,
                        task.path("error").path("code").asInt(0),
                        task.path("error").path("message").asText(null),
                        answer.traceId());
            case "cancelled" -> new Sight.Lost(cancelled(job), answer.traceId());
            case "expired" -> new Sight.Lost(expired(job), answer.traceId());
            default -> new Sight.Underway(id, state, answer.traceId());
        };
    }

    private static Failure cancelled(Job job) {
        return Failure.of(
                        ErrorKind.CANCELLED,
                        "The video was cancelled while it was queued at MiniMax, which costs nothing.",
                        "Call the tool again to make it after all.")
                .ofJob(job.id());
    }

    /** Not documented, but two clients of MiniMax's own know the state. */
    private static Failure expired(Job job) {
        return Failure.of(
                        ErrorKind.UPSTREAM,
                        "MiniMax let the task expire without a video.",
                        "Look at the usage page of the MiniMax account before paying for another.")
                .charged(Charged.UNKNOWN)
                .ofJob(job.id());
    }

    /** Links are short-lived; each look at the task brings a fresh one. */
    @Override
    public CompletionStage<String> link(Job job, Output output) {
        return task(job)
                .thenApply(answer -> Empty.checked(
                        answer.body().path("task").path("content").path("url").asText(""), answer));
    }

    /**
     * The verb that cancels a queued task deletes a finished one. So the task is looked at right before; where that was not right before
     * after all, because the lane was busy or MiniMax too, it is looked at again.
     */
    @Override
    public CompletionStage<Withdrawal> withdraw(Job job) {
        return withdraw(job, 1);
    }

    private CompletionStage<Withdrawal> withdraw(Job job, int round) {
        return task(job).thenCompose(answer -> switch (answer.body()
                .path("task")
                .path("status")
                .asText()) {
            case "queued" -> delete(job, round);
            case "cancelled" -> Stages.of(Withdrawal.CANCELLED);
            default -> Stages.of(Withdrawal.TOO_LATE);
        });
    }

    private CompletionStage<Withdrawal> delete(Job job, int round) {
        String task = Objects.requireNonNull(job.taskId());
        Call call = Call.at(Endpoints.DELETE_VIDEO_V2, Map.of("task_id", task));
        return client.call(job.tenant(), call, new FreshLook(clock, FRESH))
                .thenApply(answer -> switch (answer.body().path("action").asText()) {
                    case "cancelled" -> Withdrawal.CANCELLED;
                    case "deleted" -> Withdrawal.DELETED;
                    default -> Withdrawal.TOO_LATE;
                })
                .exceptionallyCompose(thrown -> {
                    ToolException refused = ToolException.in(thrown);
                    boolean hasBegun = refused != null && refused.failure().kind() == ErrorKind.INVALID_INPUT;
                    boolean isAgain = refused != null && refused.failure().retryable() && round < ROUNDS;
                    return hasBegun
                            ? Stages.of(Withdrawal.TOO_LATE)
                            : isAgain ? withdraw(job, round + 1) : CompletableFuture.failedFuture(thrown);
                });
    }

    @Override
    public CompletionStage<@Nullable Sight> reconcile(Job job) {
        return lostTask.find(job);
    }
}
