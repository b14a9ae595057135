package io.minimaxmcp.tools.capability.speech;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.tools.job.Empty;
import io.minimaxmcp.tools.job.Job;
import io.minimaxmcp.tools.job.JobLedger;
import io.minimaxmcp.tools.job.JobSource;
import io.minimaxmcp.tools.job.Order;
import io.minimaxmcp.tools.job.Output;
import io.minimaxmcp.tools.job.Outputs;
import io.minimaxmcp.tools.job.Sight;
import io.minimaxmcp.tools.job.Told;
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
import io.minimaxmcp.tools.upstream.Endpoint;
import io.minimaxmcp.tools.upstream.Endpoints;
import io.minimaxmcp.tools.upstream.MiniMaxClient;
import io.minimaxmcp.tools.upstream.UploadedFile;
import io.minimaxmcp.tools.upstream.UpstreamCodes;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Speech of long texts: one task for up to 50,000 characters in the request, or up to a million in a file that is uploaded first. The
 * result is a bundle that is fetched, for nine hours, and taken apart with the look that finds it done.
 */
public final class LongSpeechSource implements JobSource {
    static final String NAME = "long_speech";
    /** Where the order keeps a text that is too long for the request; becomes the id of the uploaded file. */
    static final String TEXT_FILE = "text_file_id";

    private final MiniMaxClient client;
    private final MediaBodies bodies;
    private final Outputs outputs;
    private final PriceList prices;
    private final LostVoice lostVoice;

    /** @param ledger to know voices that were made here */
    public LongSpeechSource(
            MiniMaxClient client, MediaBodies bodies, Outputs outputs, PriceList prices, JobLedger ledger) {
        this.prices = prices;
        this.lostVoice = new LostVoice(ledger);
        this.client = client;
        this.bodies = bodies;
        this.outputs = outputs;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Endpoint endpoint(Order order) {
        return Endpoints.LONG_SPEECH;
    }

    @Override
    public CompletionStage<Sight> send(Job job, AttemptListener listener) {
        return body(job)
                .thenCompose(body -> client.call(job.tenant(), Call.post(Endpoints.LONG_SPEECH, body), listener))
                .exceptionallyCompose(thrown -> explained(job, thrown))
                .thenApply(answer -> taken(job, answer));
    }

    private CompletionStage<Answer> explained(Job job, Throwable thrown) {
        ToolException refused = ToolException.in(thrown);
        return refused == null
                ? CompletableFuture.failedFuture(thrown)
                : lostVoice.explained(job, refused.failure()).thenCompose(ToolException::failed);
    }

    private CompletionStage<ObjectNode> body(Job job) {
        ObjectNode request = job.order().request();
        if (!request.has(TEXT_FILE)) {
            return Stages.of(request);
        }
        return bodies.upload(request.path(TEXT_FILE), "t2a_async_input", job.id())
                .thenCompose(text -> client.call(job.tenant(), Call.upload(Endpoints.UPLOAD_FILE, text)))
                .thenApply(answer -> request.deepCopy().put(TEXT_FILE, UploadedFile.id(answer)));
    }

    private Sight taken(Job job, Answer answer) {
        String task = answer.body().path("task_id").asText("");
        if (task.isEmpty()) {
            throw new ToolException(Failure.of(
                            ErrorKind.UNKNOWN_OUTCOME,
                            "MiniMax said yes to the text but named no task.",
                            "Look at the MiniMax console for what was billed before paying again.")
                    .charged(Charged.UNKNOWN)
                    .fromUpstream(null, answer.traceId()));
        }
        Told told = BilledCharacters.told(job, answer.body().path("usage_characters"), prices);
        return new Sight.Underway(task, "Processing", answer.traceId(), told);
    }

    @Override
    public CompletionStage<Sight> look(Job job) {
        String task = Objects.requireNonNull(job.taskId(), "a running job has a task");
        return client.call(job.tenant(), Call.get(Endpoints.QUERY_LONG_SPEECH, Map.of("task_id", task)))
                .thenCompose(answer -> seen(job, task, answer));
    }

    private CompletionStage<Sight> seen(Job job, String task, Answer answer) {
        JsonNode body = answer.body();
        String state = body.path("status").asText("");
        return switch (state.toLowerCase(Locale.ROOT)) {
            case "success" -> fetched(job, body.path("file_id").asText(), answer);
            case "failed", "fail" -> Stages.of(new Sight.Lost(failed(job, answer), answer.traceId()));
            case "expired" -> Stages.of(new Sight.Lost(expired(job), answer.traceId()));
            default -> Stages.of(new Sight.Underway(task, state, answer.traceId()));
        };
    }

    /** Each attempt asks for a link of its own. */
    private CompletionStage<Sight> fetched(Job job, String file, Answer answer) {
        return client.call(job.tenant(), Call.get(Endpoints.RETRIEVE_FILE, Map.of("file_id", file)))
                .thenCompose(found -> outputs.bundle(
                        job,
                        Empty.checked(
                                found.body().path("file").path("download_url").asText(""), found),
                        AudioFormat.extension(job.order().request())))
                .thenApply(parts -> new Sight.Done(parts, null, answer.traceId()));
    }

    private static Failure failed(Job job, Answer answer) {
        JsonNode reason = answer.body().path("base_resp");
        int code = reason.path("status_code").asInt(0);
        if (code != 0) {
            return UpstreamCodes.documented()
                    .ofTask(code, reason.path("status_msg").asText(null), answer.traceId())
                    .ofJob(job.id());
        }
        return Failure.of(
                        ErrorKind.UPSTREAM,
                        "MiniMax could not speak the text and gave no reason.",
                        "Look for what it may not like in the text, then call again with a new request_id.")
                .charged(Charged.UNKNOWN)
                .ofJob(job.id());
    }

    private static Failure expired(Job job) {
        return Failure.of(
                        ErrorKind.NOT_FOUND,
                        "MiniMax made the speech and has deleted it since: it keeps long speech for nine hours.",
                        "It can only be made and paid for again, with a new request_id.")
                .charged(Charged.YES)
                .ofJob(job.id());
    }

    /** Everything is in the data folder by the time anybody could ask. */
    @Override
    public CompletionStage<String> link(Job job, Output output) {
        return CompletableFuture.failedFuture(new IllegalArgumentException("not a link: " + output));
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
