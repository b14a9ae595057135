package io.minimaxmcp.tools.capability.music;

import io.minimaxmcp.tools.job.Empty;
import io.minimaxmcp.tools.job.Job;
import io.minimaxmcp.tools.job.OneShot;
import io.minimaxmcp.tools.job.Order;
import io.minimaxmcp.tools.job.Outputs;
import io.minimaxmcp.tools.job.Sight;
import io.minimaxmcp.tools.media.MediaBodies;
import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.upstream.Answer;
import io.minimaxmcp.tools.upstream.Call;
import io.minimaxmcp.tools.upstream.ClosedProducts;
import io.minimaxmcp.tools.upstream.Endpoint;
import io.minimaxmcp.tools.upstream.Endpoints;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/music_generation}: minutes of waiting for one answer, with the song as a link or as hex. */
public final class MusicSource implements OneShot {
    static final String NAME = "music";

    private final MediaBodies bodies;
    private final Outputs outputs;
    private final ClosedProducts closed;

    public MusicSource(MediaBodies bodies, Outputs outputs, ClosedProducts closed) {
        this.bodies = bodies;
        this.outputs = outputs;
        this.closed = closed;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Endpoint endpoint(Order order) {
        return Endpoints.MUSIC;
    }

    @Override
    public CompletionStage<Call> request(Job job) {
        closed.check(job.tenant(), ClosedProducts.MUSIC);
        return bodies.fill(job.order().request()).thenApply(body -> Call.post(Endpoints.MUSIC, body));
    }

    @Override
    public CompletionStage<Sight> read(Job job, Answer answer) {
        String audio = answer.body().path("data").path("audio").asText("");
        if (audio.isEmpty()) {
            return Stages.of(new Sight.Lost(Empty.answer("audio", answer), answer.traceId()));
        }
        String format =
                job.order().request().path("audio_setting").path("format").asText("mp3");
        return outputs.linkOrHex(job, 1, audio, format)
                .thenApply(output -> new Sight.Done(List.of(output), null, answer.traceId()));
    }

    @Override
    public CompletionStage<@Nullable Sight> left(Job job) {
        return outputs.left(job);
    }
}
