package io.minimaxmcp.tools.capability.video;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.tools.job.Empty;
import io.minimaxmcp.tools.job.Job;
import io.minimaxmcp.tools.job.JobSource;
import io.minimaxmcp.tools.job.Order;
import io.minimaxmcp.tools.job.Output;
import io.minimaxmcp.tools.job.Sight;
import io.minimaxmcp.tools.job.Withdrawal;
import io.minimaxmcp.tools.media.MediaBodies;
import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.upstream.Answer;
import io.minimaxmcp.tools.upstream.AttemptListener;
import io.minimaxmcp.tools.upstream.Call;
import io.minimaxmcp.tools.upstream.Endpoint;
import io.minimaxmcp.tools.upstream.Endpoints;
import io.minimaxmcp.tools.upstream.MiniMaxClient;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The first generation of the video API: create, query, then a download link from the files API. It cannot cancel or list. */
public final class HailuoSource implements JobSource {
    static final String NAME = "hailuo";
    private static final String EXTENSION = "mp4";

    private final MiniMaxClient client;
    private final MediaBodies bodies;

    public HailuoSource(MiniMaxClient client, MediaBodies bodies) {
        this.client = client;
        this.bodies = bodies;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Endpoint endpoint(Order order) {
        return Endpoints.VIDEO;
    }

    @Override
    public CompletionStage<Sight> send(Job job, AttemptListener listener) {
        return bodies.fill(job.order().request())
                .thenCompose(body -> client.call(job.tenant(), Call.post(Endpoints.VIDEO, body), listener))
                .thenApply(answer -> TaskAnswer.taken(answer, "Preparing"));
    }

    @Override
    public CompletionStage<Sight> look(Job job) {
        String task = Objects.requireNonNull(job.taskId(), "a running video has a task");
        return client.call(job.tenant(), Call.get(Endpoints.QUERY_VIDEO, Map.of("task_id", task)))
                .thenApply(answer -> seen(job, task, answer));
    }

    private static Sight seen(Job job, String task, Answer answer) {
        JsonNode body = answer.body();
        String state = body.path("status").asText("");
        return switch (state.toLowerCase(Locale.ROOT)) {
            case "success" ->
                new Sight.Done(List.of(Output.file(body.path("file_id").asText(), EXTENSION)), null, answer.traceId());
            case "fail", "failed" -> failed(job, answer);
            default -> new Sight.Underway(task, state, answer.traceId());
        };
    }

    /** A failed task may name its reason in {@code base_resp}. */
    private static Sight failed(Job job, Answer answer) {
        JsonNode reason = answer.body().path("base_resp");
        return TaskAnswer.failed(
                job,
                reason.path("status_code").asInt(0),
                reason.path("status_msg").asText(null),
                answer.traceId());
    }

    /** Links live an hour; each call mints a new one. */
    @Override
    public CompletionStage<String> link(Job job, Output output) {
        String file = Objects.requireNonNull(output.fileId(), "a video is named by a file id");
        return client.call(job.tenant(), Call.get(Endpoints.RETRIEVE_FILE, Map.of("file_id", file)))
                .thenApply(answer -> Empty.checked(
                        answer.body().path("file").path("download_url").asText(""), answer));
    }

    @Override
    public CompletionStage<Withdrawal> withdraw(Job job) {
        return Stages.of(Withdrawal.NOT_POSSIBLE);
    }

    @Override
    public CompletionStage<@Nullable Sight> reconcile(Job job) {
        return Stages.nothing();
    }
}
