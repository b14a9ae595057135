package io.minimaxmcp.tools.capability.video;

import io.minimaxmcp.schemas.ModelCatalog;
import io.minimaxmcp.tools.job.Order;
import io.minimaxmcp.tools.job.PaidCapability;
import io.minimaxmcp.tools.job.PaidInput;
import io.minimaxmcp.tools.media.Inputs;
import io.minimaxmcp.tools.preflight.ChosenModel;
import io.minimaxmcp.tools.preflight.ModelChoice;
import io.minimaxmcp.tools.spend.PriceList;
import io.minimaxmcp.tools.tool.CallContext;
import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.upstream.ClosedProducts;
import io.minimaxmcp.tools.upstream.Dialect;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** {@code generate_video}: which inputs are given decides the mode, and the mode decides which models can make it. */
public final class GenerateVideo implements PaidCapability<GenerateVideo.Input> {
    private final ModelCatalog catalog;
    private final ModelChoice models;
    private final PriceList prices;
    private final FootageReader footage;
    private final Dialect dialect;
    private final ClosedProducts closed;

    public GenerateVideo(
            ModelCatalog catalog,
            ModelChoice models,
            PriceList prices,
            Inputs inputs,
            Dialect dialect,
            ClosedProducts closed) {
        this.catalog = catalog;
        this.models = models;
        this.prices = prices;
        this.footage = new FootageReader(inputs, models);
        this.dialect = dialect;
        this.closed = closed;
    }

    /** The arguments. */
    public record Input(
            @Nullable String prompt,
            @Nullable String model,
            @Nullable Integer duration,
            @Nullable String resolution,
            @Nullable String aspectRatio,
            @Nullable String firstFrameImage,
            @Nullable String lastFrameImage,
            @Nullable List<Subject> subjectReference,
            @Nullable List<String> referenceImages,
            @Nullable List<String> referenceVideos,
            @Nullable List<String> referenceAudios,
            boolean promptOptimizer,
            @Nullable Integer waitSeconds,
            @Nullable String outputName,
            @Nullable String requestId,
            @Nullable Boolean dryRun,
            @Nullable String confirm)
            implements PaidInput {}

    /** A person who is to appear. */
    public record Subject(String type, List<String> image) {}

    @Override
    public String tool() {
        return "generate_video";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public CompletionStage<Order> order(Input input, CallContext context) {
        return order(
                input,
                context,
                dialect == Dialect.PLATFORM && !closed.isClosed(context.tenant(), ClosedProducts.VIDEO_V2));
    }

    private CompletionStage<Order> order(Input input, CallContext context, boolean isSecondOpen) {
        return Stages.from(() -> {
            VideoMode mode = VideoMode.of(input);
            ChosenModel model = models.choose(
                    input.model(),
                    "video",
                    mode.wireName(),
                    VideoRules.wishes(input, mode, isSecondOpen, catalog.words()));
            Shape shape = model.known()
                    .map(known -> VideoRules.checked(input, mode, known, catalog.words()))
                    .orElseGet(() -> new Shape(input.resolution(), input.duration()));
            return footage.read(input, model, context).thenApply(media -> order(input, mode, model, shape, media));
        });
    }

    /** A model that nobody named gives way to one of the first generation, where the account has that one only. */
    @Override
    public CompletionStage<@Nullable Order> instead(Input input, Order refused, CallContext context) {
        return input.model() == null && refused.source().equals(H3Source.NAME)
                ? order(input, context, false).thenApply(other -> other.source().equals(H3Source.NAME) ? null : other)
                : Stages.nothing();
    }

    private Order order(Input input, VideoMode mode, ChosenModel model, Shape shape, Footage footage) {
        boolean isSecond = model.known().filter(VideoRules::isSecond).isPresent();
        return new Order(
                tool(),
                "video",
                isSecond ? H3Source.NAME : HailuoSource.NAME,
                model.id(),
                isSecond
                        ? H3Request.body(model.id(), input, mode, shape, footage)
                        : HailuoRequest.body(model.id(), input, shape, footage),
                prices.video(
                        model.known(),
                        shape.resolution(),
                        shape.duration(),
                        Footage.seconds(footage.videos()),
                        footage.pictures()),
                input.outputName(),
                input.prompt() == null ? "video" : input.prompt(),
                null);
    }
}
