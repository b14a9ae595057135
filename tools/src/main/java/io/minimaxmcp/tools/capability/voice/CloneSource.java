package io.minimaxmcp.tools.capability.voice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.tools.job.Job;
import io.minimaxmcp.tools.job.OneShot;
import io.minimaxmcp.tools.job.Order;
import io.minimaxmcp.tools.job.Output;
import io.minimaxmcp.tools.job.Sight;
import io.minimaxmcp.tools.job.Told;
import io.minimaxmcp.tools.media.MediaBodies;
import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.upstream.Answer;
import io.minimaxmcp.tools.upstream.Call;
import io.minimaxmcp.tools.upstream.Endpoint;
import io.minimaxmcp.tools.upstream.Endpoints;
import io.minimaxmcp.tools.upstream.MiniMaxClient;
import io.minimaxmcp.tools.upstream.UploadedFile;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Cloning a voice: the sample is uploaded, which is free and may be repeated, then {@code POST /v1/voice_clone} makes the voice once.
 * In the dialect of the brief there is no upload; MiniMax is given the address of the sample.
 */
public final class CloneSource implements OneShot {
    static final String NAME = "voice_clone";
    /** Where the order keeps the sample; becomes the id of the uploaded file when it is sent. */
    static final String SAMPLE = "file_id";

    /** API reference, voice_clone. */
    private static final Map<Integer, String> SENSITIVE = Map.of(
            1, "severe", 2, "pornography", 3, "advertising", 4, "prohibited", 5, "abuse", 6, "violence", 7, "other");

    private final MiniMaxClient client;
    private final MediaBodies bodies;

    public CloneSource(MiniMaxClient client, MediaBodies bodies) {
        this.client = client;
        this.bodies = bodies;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Endpoint endpoint(Order order) {
        return Endpoints.CLONE_VOICE;
    }

    @Override
    public CompletionStage<Call> request(Job job) {
        return body(job).thenApply(body -> Call.post(Endpoints.CLONE_VOICE, body));
    }

    private CompletionStage<ObjectNode> body(Job job) {
        ObjectNode request = job.order().request();
        if (!request.has(SAMPLE)) {
            return Stages.of(request);
        }
        return bodies.upload(request.path(SAMPLE), "voice_clone", job.id())
                .thenCompose(sample -> client.call(job.tenant(), Call.upload(Endpoints.UPLOAD_FILE, sample)))
                .thenApply(answer -> request.deepCopy().put(SAMPLE, UploadedFile.id(answer)));
    }

    @Override
    public CompletionStage<Sight> read(Job job, Answer answer) {
        String preview = answer.body().path("demo_audio").asText("");
        List<Output> outputs = preview.isEmpty() ? List.of() : List.of(Output.at(preview, "mp3"));
        return Stages.of(
                new Sight.Done(outputs, job.order().voice(), answer.traceId()).telling(sensitive(answer.body())));
    }

    /** The kind is told as an object or beside a boolean. That the voice cannot be used then is said nowhere. */
    private static @Nullable Told sensitive(JsonNode body) {
        int kind = body.path("input_sensitive")
                .path("type")
                .asInt(body.path("input_sensitive_type").asInt(0));
        return kind == 0
                ? null
                : Told.note("MiniMax marks what the recording says as sensitive ("
                        + SENSITIVE.getOrDefault(kind, "type " + kind) + "), and may refuse the voice later.");
    }
}
