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
import io.minimaxmcp.tools.job.Told;
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
        JsonNode words = answer.body().path("text");
        if (!words.isTextual()) {
            return Stages.of(new Sight.Lost(Empty.answer("text", answer), answer.traceId()));
        }
        if (words.textValue().isBlank()) {
            return Stages.of(new Sight.Done(List.of(), null, answer.traceId())
                    .telling(Told.note("MiniMax heard nobody say anything in the recording.")));
        }
        Turns turns = Turns.of(answer.body().path("segments"));
        String text = turns.text().isEmpty() ? words.textValue().strip() : turns.text();
        List<CompletionStage<Output>> files = new ArrayList<>();
        files.add(outputs.text(job, 1, text, "txt").thenApply(file -> file.saying(text)));
        if (!turns.segments().isEmpty()) {
            files.add(outputs.subtitles(job, 2, turns.segments(), "srt"));
            files.add(outputs.subtitles(job, 3, turns.segments(), "vtt"));
        }
        return Stages.all(files).thenApply(all -> new Sight.Done(all, null, answer.traceId()));
    }
}
