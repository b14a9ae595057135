package io.minimaxmcp.tools.capability.video;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.schemas.Usd;
import io.minimaxmcp.tools.job.Job;
import io.minimaxmcp.tools.job.Sight;
import io.minimaxmcp.tools.job.Told;
import io.minimaxmcp.tools.spend.PriceList;
import io.minimaxmcp.tools.tool.Charged;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.upstream.Answer;
import io.minimaxmcp.tools.upstream.Endpoint;
import io.minimaxmcp.tools.upstream.Endpoints;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** {@code POST /v2/video_regeneration}: the price is that of the usage which MiniMax tells with the video. */
final class H3Regeneration implements H3Work {
    static final String NAME = "h3_regeneration";
    /** Stands in requests that name the task of the first video; MiniMax takes them of accounts on its whitelist only. */
    static final String TASK = "source_task_id";

    /** The kinds of refusals by which an account that is not on the list may hear of it. */
    private static final Set<ErrorKind> NOT_LISTED =
            Set.of(ErrorKind.PERMISSION, ErrorKind.NOT_FOUND, ErrorKind.INVALID_INPUT);

    private final PriceList prices;

    H3Regeneration(PriceList prices) {
        this.prices = prices;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Endpoint endpoint() {
        return Endpoints.REGENERATION;
    }

    @Override
    public String taskType() {
        return "regeneration";
    }

    @Override
    public Failure explained(Job job, Failure refused) {
        boolean isLacking = refused.charged() == Charged.NO && NOT_LISTED.contains(refused.kind());
        if (!isLacking || !job.order().request().has(TASK)) {
            return refused;
        }
        boolean isUnclear = refused.kind() == ErrorKind.INVALID_INPUT;
        return refused.adding(
                "MiniMax regenerates by task only for accounts on its whitelist"
                        + (isUnclear ? ", and this one may not be on it." : "."),
                isUnclear
                        ? "Ask MiniMax for the whitelist, or make another video with generate_video, resolution 2K."
                        : "Call regenerate_video again with wait_seconds 30: while the call waits, the video itself is"
                                + " sent instead, which needs no whitelist.");
    }

    @Override
    public CompletionStage<Sight> done(Job job, Answer answer) {
        Told told = told(job, answer.body().path("task").path("usage"));
        return H3Work.super.done(job, answer).thenApply(sight -> ((Sight.Done) sight).telling(told));
    }

    /** Null where it costs what was expected, or MiniMax does not tell. */
    private @Nullable Told told(Job job, JsonNode usage) {
        int seconds = usage.path("output_seconds").asInt();
        int inputs = usage.path("input_seconds").asInt();
        Usd billed = prices.regenerated(
                FirstVideo.MODEL,
                seconds,
                inputs,
                usage.path("input_image_count").asInt());
        if (seconds == 0
                || billed == null
                || billed.equals(job.order().estimate().amount())) {
            return null;
        }
        String note =
                "MiniMax bills " + seconds + " s of video and " + inputs + " s of input video: about " + billed + ".";
        return new Told(null, null, note, billed);
    }
}
