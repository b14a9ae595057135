package io.minimaxmcp.tools.capability.video;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.Limits;
import io.minimaxmcp.schemas.Model;
import io.minimaxmcp.schemas.ModelCatalog;
import io.minimaxmcp.tools.job.JobLedger;
import io.minimaxmcp.tools.job.Order;
import io.minimaxmcp.tools.job.PaidCapability;
import io.minimaxmcp.tools.job.PaidInput;
import io.minimaxmcp.tools.media.Inputs;
import io.minimaxmcp.tools.media.MediaLimits;
import io.minimaxmcp.tools.spend.Estimate;
import io.minimaxmcp.tools.spend.PriceList;
import io.minimaxmcp.tools.tool.CallContext;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Refusal;
import io.minimaxmcp.tools.tool.Stages;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * {@code regenerate_video}: by the first video's task while MiniMax knows it; where that is over, or the account is not on MiniMax's
 * whitelist, by the video itself.
 */
public final class RegenerateVideo implements PaidCapability<RegenerateVideo.Input> {
    /** How long MiniMax knows a task. */
    private static final Duration KNOWN_FOR = Duration.ofDays(7);

    private final JobLedger ledger;
    private final ModelCatalog catalog;
    private final PriceList prices;
    private final Inputs inputs;
    private final Clock clock;

    public RegenerateVideo(JobLedger ledger, ModelCatalog catalog, PriceList prices, Inputs inputs, Clock clock) {
        this.ledger = ledger;
        this.catalog = catalog;
        this.prices = prices;
        this.inputs = inputs;
        this.clock = clock;
    }

    /** The arguments. */
    public record Input(
            String jobId,
            @Nullable Integer waitSeconds,
            @Nullable String outputName,
            @Nullable String requestId,
            @Nullable Boolean dryRun,
            @Nullable String confirm)
            implements PaidInput {}

    @Override
    public String tool() {
        return "regenerate_video";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public CompletionStage<Order> order(Input input, CallContext context) {
        return first(input, context)
                .thenCompose(first -> isKnown(first)
                        ? Stages.of(order(input, first, first.byTask(), 0, List.of()))
                        : byVideo(input, first, context, List.of()));
    }

    @Override
    public CompletionStage<@Nullable Order> instead(Input input, Order refused, CallContext context) {
        String why = "The account is not on MiniMax's whitelist for regeneration by task, which cost nothing; the video"
                + " itself was sent.";
        return refused.request().has(H3Regeneration.TASK)
                ? first(input, context)
                        .thenCompose(first -> byVideo(input, first, context, List.of(why)))
                        .thenApply(order -> order)
                : Stages.nothing();
    }

    private CompletionStage<FirstVideo> first(Input input, CallContext context) {
        return ledger.find(context.tenant(), input.jobId())
                .thenApply(found -> new FirstVideo(found.orElseThrow(() -> Refusal.of(
                        ErrorKind.NOT_FOUND,
                        "job_id",
                        input.jobId(),
                        "is no job that there is.",
                        "Call list_jobs with kind video for the ids of earlier videos."))));
    }

    private boolean isKnown(FirstVideo first) {
        return first.job().taskId() != null
                && first.job().createdAt().plus(KNOWN_FOR).isAfter(clock.instant());
    }

    private CompletionStage<Order> byVideo(Input input, FirstVideo first, CallContext context, List<String> notes) {
        long most = Objects.requireNonNullElse(limits().videoMaxBytes(), Long.MAX_VALUE);
        MediaLimits film = MediaLimits.clip(FootageReader.VIDEOS, most, Duration.ZERO, Duration.ofDays(1));
        String uri = first.job().artifacts().get(0).uri();
        return inputs.resolveBytes(uri, "job_id", film, context)
                .thenApply(video -> order(input, first, first.byVideo(video), first.seconds(), notes));
    }

    /** @param base seconds of the first video, where it is sent */
    private Order order(Input input, FirstVideo first, ObjectNode request, int base, List<String> notes) {
        Estimate price = prices.regeneration(
                FirstVideo.MODEL, first.seconds(), first.referenceSeconds(limits()) + base, first.pictures());
        return new Order(
                tool(),
                "video",
                H3Regeneration.NAME,
                FirstVideo.MODEL,
                request,
                price,
                input.outputName(),
                first.job().order().label(),
                null,
                notes);
    }

    private Limits limits() {
        return catalog.find(FirstVideo.MODEL).map(Model::limits).orElseThrow();
    }
}
