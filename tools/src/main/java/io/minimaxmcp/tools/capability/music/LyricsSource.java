package io.minimaxmcp.tools.capability.music;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.tools.job.Empty;
import io.minimaxmcp.tools.job.Job;
import io.minimaxmcp.tools.job.OneShot;
import io.minimaxmcp.tools.job.Order;
import io.minimaxmcp.tools.job.Outputs;
import io.minimaxmcp.tools.job.Sight;
import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.upstream.Answer;
import io.minimaxmcp.tools.upstream.Endpoint;
import io.minimaxmcp.tools.upstream.Endpoints;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** {@code POST /v1/lyrics_generation}: a title, a style and the words, which are kept in one text. */
public final class LyricsSource implements OneShot {
    static final String NAME = "lyrics";

    private final Outputs outputs;

    public LyricsSource(Outputs outputs) {
        this.outputs = outputs;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Endpoint endpoint(Order order) {
        return Endpoints.LYRICS;
    }

    @Override
    public CompletionStage<Sight> read(Job job, Answer answer) {
        String lyrics = answer.body().path("lyrics").asText("").strip();
        if (lyrics.isEmpty()) {
            return Stages.of(new Sight.Lost(Empty.answer("lyrics", answer), answer.traceId()));
        }
        String song = head("Title", answer.body().path("song_title"))
                + head("Style", answer.body().path("style_tags"))
                + "\n" + lyrics;
        String text = song.strip();
        return outputs.text(job, 1, text, "txt")
                .thenApply(file -> new Sight.Done(List.of(file.saying(text)), null, answer.traceId()));
    }

    private static String head(String name, JsonNode value) {
        String text = value.asText("").strip();
        return text.isEmpty() ? "" : name + ": " + text + "\n";
    }
}
