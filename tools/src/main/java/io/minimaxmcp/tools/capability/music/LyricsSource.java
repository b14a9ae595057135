package io.minimaxmcp.tools.capability.music;

import io.minimaxmcp.tools.job.Empty;
import io.minimaxmcp.tools.job.Job;
import io.minimaxmcp.tools.job.OneShot;
import io.minimaxmcp.tools.job.Order;
import io.minimaxmcp.tools.job.Outputs;
import io.minimaxmcp.tools.job.Sight;
import io.minimaxmcp.tools.job.Told;
import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.upstream.Answer;
import io.minimaxmcp.tools.upstream.Call;
import io.minimaxmcp.tools.upstream.ClosedProducts;
import io.minimaxmcp.tools.upstream.Endpoint;
import io.minimaxmcp.tools.upstream.Endpoints;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/lyrics_generation}: a title, a style and the words, which are saved in one file and told apart. */
public final class LyricsSource implements OneShot {
    static final String NAME = "lyrics";

    private final Outputs outputs;
    private final ClosedProducts closed;

    public LyricsSource(Outputs outputs, ClosedProducts closed) {
        this.outputs = outputs;
        this.closed = closed;
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
    public CompletionStage<Call> request(Job job) {
        closed.check(job.tenant(), ClosedProducts.MUSIC);
        return OneShot.super.request(job);
    }

    @Override
    public CompletionStage<Sight> read(Job job, Answer answer) {
        String lyrics = answer.body().path("lyrics").asText("").strip();
        if (lyrics.isEmpty()) {
            return Stages.of(new Sight.Lost(Empty.answer("lyrics", answer), answer.traceId()));
        }
        String title = told(answer, "song_title");
        String style = told(answer, "style_tags");
        String sheet = (head("Title", title) + head("Style", style) + "\n" + lyrics).strip();
        return outputs.text(job, 1, sheet, "txt")
                .thenApply(file -> new Sight.Done(List.of(file.saying(lyrics)), null, answer.traceId())
                        .telling(new Told(title, style, null, null)));
    }

    private static @Nullable String told(Answer answer, String member) {
        String text = answer.body().path(member).asText("").strip();
        return text.isEmpty() ? null : text;
    }

    private static String head(String name, @Nullable String text) {
        return text == null ? "" : name + ": " + text + "\n";
    }
}
