package io.minimaxmcp.tools.capability.video;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.tools.job.Empty;
import io.minimaxmcp.tools.job.Job;
import io.minimaxmcp.tools.job.JobLedger;
import io.minimaxmcp.tools.job.JobSource;
import io.minimaxmcp.tools.job.Order;
import io.minimaxmcp.tools.job.Output;
import io.minimaxmcp.tools.job.Outputs;
import io.minimaxmcp.tools.job.Sight;
import io.minimaxmcp.tools.job.Withdrawal;
import io.minimaxmcp.tools.media.MediaBodies;
import io.minimaxmcp.tools.spend.PriceList;
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
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The second generation of the video API: tasks that can be listed, and taken back while they are queued. */
public final class H3Source implements JobSource {
    /** No task that is seen queued is finished so soon. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private static final int ROUNDS = 5;

    private final MiniMaxClient client;
    private final H3Work work;
    private final H3Uploads uploads;
    private final LostTask lostTask;
    private final Clock clock;

    private H3Source(H3Work work, MiniMaxClient client, MediaBodies bodies, JobLedger ledger, Clock clock) {
        this.client = client;
        this.work = work;
        this.uploads = new H3Uploads(client, bodies);
        this.lostTask = new LostTask(client, ledger, clock, work.taskType());
        this.clock = clock;
    }

    /**
     * Videos.
     *
     * @param closed knows whether the account turned out not to have the product
     * @param ledger to tell a task that was lost from those of other jobs
     */
    public static H3Source generation(
            MiniMaxClient client, ClosedProducts closed, MediaBodies bodies, JobLedger ledger, Clock clock) {
        return new H3Source(new H3Generation(closed), client, bodies, ledger, clock);
    }

    /** Videos made again in 2K. */
    public static H3Source regeneration(
            MiniMaxClient client, PriceList prices, MediaBodies bodies, JobLedger ledger, Clock clock) {
        return new H3Source(new H3Regeneration(prices), client, bodies, ledger, clock);
    }

    /** Prompts written out. */
    public static H3Source prompt(
            MiniMaxClient client,
            PriceList prices,
            MediaBodies bodies,
            Outputs outputs,
            JobLedger ledger,
            Clock clock) {
        return new H3Source(new H3Prompt(outputs, prices), client, bodies, ledger, clock);
    }

    @Override
    public String name() {
        return work.name();
    }

    @Override
    public Endpoint endpoint(Order order) {
        return work.endpoint();
    }

    @Override
    public CompletionStage<Sight> send(Job job, AttemptListener listener) {
        return uploads.into(job)
                .thenCompose(body -> client.call(job.tenant(), Call.post(work.endpoint(), body), listener))
                .exceptionallyCompose(thrown -> explained(job, thrown))
                .thenApply(answer -> TaskAnswer.taken(answer, "queued"));
    }

    private CompletionStage<Answer> explained(Job job, Throwable thrown) {
        ToolException refused = ToolException.in(thrown);
        return refused == null
                ? CompletableFuture.failedFuture(thrown)
                : ToolException.failed(work.explained(job, refused.failure()));
    }

    @Override
    public CompletionStage<Sight> look(Job job) {
        return task(job).thenCompose(answer -> seen(job, answer));
    }

    private CompletionStage<Answer> task(Job job) {
        String task = Objects.requireNonNull(job.taskId(), "a running video has a task");
        return client.call(job.tenant(), Call.at(Endpoints.QUERY_VIDEO_V2, Map.of("task_id", task)));
    }

    private CompletionStage<Sight> seen(Job job, Answer answer) {
        JsonNode task = answer.body().path("task");
        String state = task.path("status").asText("");
        return state.equals("succeeded")
                ? work.done(job, answer)
                : Stages.of(unsuccessful(job, task, state, answer.traceId()));
    }

    private static Sight unsuccessful(Job job, JsonNode task, String state, @Nullable String traceId) {
        return switch (state) {
            case "failed" ->
                TaskAnswer.failed(
                        job,
                        task.path("error").path("code").asInt(0),
                        task.path("error").path("message").asText(null),
                        traceId);
            case "cancelled" -> new Sight.Lost(cancelled(job), traceId);
            case "expired" -> new Sight.Lost(expired(job), traceId);
            default -> new Sight.Underway(Objects.requireNonNull(job.taskId()), state, traceId);
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
