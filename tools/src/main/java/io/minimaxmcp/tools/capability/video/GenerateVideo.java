package io.minimaxmcp.tools.capability.video;

import io.minimaxmcp.schemas.Model;
import io.minimaxmcp.schemas.ModelCatalog;
import io.minimaxmcp.tools.job.Order;
import io.minimaxmcp.tools.job.PaidCapability;
import io.minimaxmcp.tools.job.PaidInput;
import io.minimaxmcp.tools.media.Inputs;
import io.minimaxmcp.tools.preflight.ChosenModel;
import io.minimaxmcp.tools.preflight.ModelChoice;
import io.minimaxmcp.tools.spend.PriceList;
import io.minimaxmcp.tools.spend.ReferenceTime;
import io.minimaxmcp.tools.tool.CallContext;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.tool.ToolException;
import io.minimaxmcp.tools.upstream.ClosedProducts;
import io.minimaxmcp.tools.upstream.Dialect;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code generate_video}: which inputs are given decides the mode, and the mode decides which models can make it. */
public final class GenerateVideo implements PaidCapability<GenerateVideo.Input> {
    private static final String VIDEO = "video";

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
        return order(input, context, hasSecond(context));
    }

    /** Whether the account, as far as is known, and the dialect have the second generation of the API. */
    private boolean hasSecond(CallContext context) {
        return dialect == Dialect.PLATFORM && !closed.isClosed(context.tenant(), ClosedProducts.VIDEO_V2);
    }

    private CompletionStage<Order> order(Input input, CallContext context, boolean hasSecond) {
        return Stages.from(() -> {
            VideoMode mode = VideoMode.of(input);
            ChosenModel model = chosen(input, mode, hasSecond);
            Shape shape = model.known()
                    .map(known -> shape(input, mode, known, hasSecond))
                    .orElseGet(() -> new Shape(input.resolution(), input.duration()));
            return footage.read(input, model, context).thenApply(media -> order(input, mode, model, shape, media));
        });
    }

    private Shape shape(Input input, VideoMode mode, Model model, boolean hasSecond) {
        List<Model> others = catalog.offered(VIDEO).stream()
                .filter(other -> hasSecond || !VideoRules.isSecond(other))
                .toList();
        try {
            return VideoRules.checked(input, mode, model, others, catalog.words());
        } catch (ToolException refused) {
            Failure failure = refused.failure();
            throw hasSecond || input.model() != null
                    ? refused
                    : new ToolException(failure.adding("MiniMax-H3 is not open here.", failure.nextStep()));
        }
    }

    /** A model that was named is asked for even where MiniMax has refused it before: that may have changed. */
    private ChosenModel chosen(Input input, VideoMode mode, boolean hasSecond) {
        Predicate<Model> open = model -> hasSecond || !VideoRules.isSecond(model);
        boolean isMadeByOpenOnes = catalog.offered(VIDEO).stream()
                .anyMatch(
                        model -> open.test(model) && model.mode(mode.wireName()).isPresent());
        if (input.model() == null && !isMadeByOpenOnes) {
            throw VideoRules.onlySecond(input, mode, catalog.offered(VIDEO));
        }
        return models.choose(
                input.model(), VIDEO, mode.wireName(), open, VideoRules.wishes(input, mode, catalog.words()));
    }

    /** A model that nobody named gives way to one of the first generation, where the account has that one only. */
    @Override
    public CompletionStage<@Nullable Order> instead(Input input, Order refused, CallContext context) {
        return input.model() == null && refused.source().equals(H3Generation.NAME)
                ? order(input, context, false).thenApply(other -> other)
                : Stages.nothing();
    }

    @Override
    public List<String> remarks(Input input, Order order, CallContext context) {
        boolean isFirst = order.source().equals(HailuoSource.NAME);
        if (isFirst && input.model() == null && hasSecond(context)) {
            return notTheUsual(input, order);
        }
        return isFirst || input.promptOptimizer() || H3Request.expands(order)
                ? List.of()
                : List.of("prompt_optimizer false has no effect on " + order.model() + ", which has no such setting.");
    }

    /** Why it is not made with the model that most expect. */
    private List<String> notTheUsual(Input input, Order order) {
        VideoMode mode = VideoMode.of(input);
        return catalog
                .defaultModel(VIDEO, mode.wireName())
                .filter(VideoRules::isSecond)
                .map(usual -> VideoRules.wishes(input, mode, catalog.words()).stream()
                        .filter(wish -> !wish.test(usual))
                        .map(Wish::otherwise)
                        .collect(Collectors.joining(" and ")))
                .map(why -> order.model() + " was taken and not the usual model, which " + why + ".")
                .stream()
                .toList();
    }

    private Order order(Input input, VideoMode mode, ChosenModel model, Shape shape, Footage footage) {
        boolean isSecond = model.known().filter(VideoRules::isSecond).isPresent();
        return new Order(
                tool(),
                VIDEO,
                isSecond ? H3Generation.NAME : HailuoSource.NAME,
                model.id(),
                isSecond
                        ? H3Request.body(model.id(), input, mode, shape, footage)
                        : HailuoRequest.body(model.id(), input, shape, footage),
                prices.video(
                        model.known(),
                        shape.resolution(),
                        shape.duration(),
                        model.known().map(Model::limits).map(footage::billed).orElse(ReferenceTime.NONE),
                        footage.pictures()),
                input.outputName(),
                input.prompt() == null ? VIDEO : input.prompt(),
                null);
    }
}
