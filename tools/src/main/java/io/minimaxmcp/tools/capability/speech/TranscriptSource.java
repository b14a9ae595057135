package io.minimaxmcp.tools.capability.speech;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.tools.job.Empty;
import io.minimaxmcp.tools.job.Job;
import io.minimaxmcp.tools.job.OneShot;
import io.minimaxmcp.tools.job.Order;
import io.minimaxmcp.tools.job.Output;
import io.minimaxmcp.tools.job.Outputs;
import io.minimaxmcp.tools.job.Sight;
import io.minimaxmcp.tools.media.MediaBodies;
import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.upstream.Answer;
import io.minimaxmcp.tools.upstream.Call;
import io.minimaxmcp.tools.upstream.Endpoint;
import io.minimaxmcp.tools.upstream.Endpoints;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;

/** {@code POST /v1/speech_to_text}: a form with the recording; the language is heard in a header only. */
public final class TranscriptSource implements OneShot {
    static final String NAME = "transcription";
    static final String FILE = "file";
    static final String LANGUAGE = "language";

    private final MediaBodies bodies;
    private final Outputs outputs;

    public TranscriptSource(MediaBodies bodies, Outputs outputs) {
        this.bodies = bodies;
        this.outputs = outputs;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Endpoint endpoint(Order order) {
        return Endpoints.TRANSCRIPTION;
    }

    @Override
    public CompletionStage<Call> request(Job job) {
        ObjectNode form = job.order().request();
        Map<String, String> fields = new TreeMap<>();
        Map<String, String> headers = new TreeMap<>();
        form.properties().forEach(field -> {
            if (field.getKey().equals(LANGUAGE)) {
                headers.put(LANGUAGE, field.getValue().asText());
            } else if (!field.getKey().equals(FILE)) {
                fields.put(field.getKey(), field.getValue().asText());
            }
        });
        return bodies.upload(form.path(FILE), "", job.id())
                .thenApply(recording -> Call.upload(Endpoints.TRANSCRIPTION, recording.as(fields, headers)));
    }

    @Override
    public CompletionStage<Sight> read(Job job, Answer answer) {
        String text = answer.body().path("text").asText("").strip();
        if (text.isEmpty()) {
            return Stages.of(new Sight.Lost(Empty.answer("text", answer), answer.traceId()));
        }
        List<CompletionStage<Output>> files = new ArrayList<>();
        files.add(outputs.text(job, 1, text, "txt").thenApply(file -> file.saying(text)));
        JsonNode segments = answer.body().path("segments");
        if (!segments.isEmpty()) {
            files.add(outputs.subtitles(job, 2, segments, "srt"));
            files.add(outputs.subtitles(job, 3, segments, "vtt"));
        }
        return Stages.all(files).thenApply(all -> new Sight.Done(all, null, answer.traceId()));
    }
}
