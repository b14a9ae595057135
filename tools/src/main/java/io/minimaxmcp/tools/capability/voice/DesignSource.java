package io.minimaxmcp.tools.capability.voice;

import io.minimaxmcp.tools.job.Empty;
import io.minimaxmcp.tools.job.Job;
import io.minimaxmcp.tools.job.OneShot;
import io.minimaxmcp.tools.job.Order;
import io.minimaxmcp.tools.job.Outputs;
import io.minimaxmcp.tools.job.Sight;
import io.minimaxmcp.tools.job.Told;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.tool.ToolException;
import io.minimaxmcp.tools.upstream.Answer;
import io.minimaxmcp.tools.upstream.Endpoint;
import io.minimaxmcp.tools.upstream.Endpoints;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** {@code POST /v1/voice_design}: the new voice's id, and a preview as hex. */
public final class DesignSource implements OneShot {
    static final String NAME = "voice_design";

    private final Outputs outputs;

    public DesignSource(Outputs outputs) {
        this.outputs = outputs;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Endpoint endpoint(Order order) {
        return Endpoints.DESIGN_VOICE;
    }

    @Override
    public CompletionStage<Sight> read(Job job, Answer answer) {
        String voice = answer.body().path("voice_id").asText("");
        if (voice.isEmpty()) {
            return Stages.of(new Sight.Lost(Empty.answer("voice", answer), answer.traceId()));
        }
        String preview = answer.body().path("trial_audio").asText("");
        if (preview.isEmpty()) {
            return Stages.of(new Sight.Done(List.of(), voice, answer.traceId()));
        }
        CompletionStage<Sight> heard = outputs.linkOrHex(job, 1, preview, "mp3")
                .thenApply(output -> new Sight.Done(List.of(output), voice, answer.traceId()));
        Sight unheard = new Sight.Done(List.of(), voice, answer.traceId())
                .telling(Told.note("Its preview came broken and cannot be heard."));
        return heard.exceptionallyCompose(
                problem -> isUndecodable(problem) ? Stages.of(unheard) : CompletableFuture.failedFuture(problem));
    }

    /** The voice is there all the same. */
    private static boolean isUndecodable(Throwable problem) {
        ToolException told = ToolException.in(problem);
        return told != null && told.failure().kind() == ErrorKind.UPSTREAM;
    }
}
