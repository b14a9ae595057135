package io.minimaxmcp.tools.capability.video;

import io.minimaxmcp.schemas.Mode;
import io.minimaxmcp.schemas.Model;
import io.minimaxmcp.schemas.ModelCatalog;
import io.minimaxmcp.tools.job.Order;
import io.minimaxmcp.tools.job.PaidCapability;
import io.minimaxmcp.tools.job.PaidInput;
import io.minimaxmcp.tools.media.InputMedia;
import io.minimaxmcp.tools.media.Inputs;
import io.minimaxmcp.tools.media.MediaLimits;
import io.minimaxmcp.tools.preflight.Allowed;
import io.minimaxmcp.tools.preflight.Brackets;
import io.minimaxmcp.tools.preflight.ChosenModel;
import io.minimaxmcp.tools.preflight.ModelChoice;
import io.minimaxmcp.tools.spend.PriceList;
import io.minimaxmcp.tools.tool.CallContext;
import io.minimaxmcp.tools.tool.Refusal;
import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.upstream.Body;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** {@code generate_video}: which inputs are given decides the mode, and the mode decides which models can make it. */
public final class GenerateVideo implements PaidCapability<GenerateVideo.Input> {
    private final ModelCatalog catalog;
    private final ModelChoice models;
    private final PriceList prices;
    private final Inputs inputs;

    public GenerateVideo(ModelCatalog catalog, ModelChoice models, PriceList prices, Inputs inputs) {
        this.catalog = catalog;
        this.models = models;
        this.prices = prices;
        this.inputs = inputs;
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
        return Stages.from(() -> {
            VideoMode mode = VideoMode.of(input);
            ChosenModel model = models.choose(input.model(), "video", mode.wireName());
            Shape shape = model.known()
                    .map(known -> checked(input, known, model.mode().orElseThrow()))
                    .orElseGet(() -> new Shape(input.resolution(), input.duration()));
            return pictures(input, model, context).thenApply(pictures -> order(input, model, shape, pictures));
        });
    }

    private Shape checked(Input input, Model model, Mode mode) {
        String prompt = input.prompt();
        if (prompt != null) {
            Allowed.length("prompt", prompt, null, model.limits().promptMaxChars(), model.id());
            if (model.features().cameraCommands()) {
                Brackets.checkCamera(prompt, catalog.words().cameraMoves());
            }
        }
        Allowed.oneOf("aspect_ratio", input.aspectRatio(), model.features().aspectRatios(), model.id());
        return Shape.of(input.resolution(), input.duration(), model, mode);
    }

    private CompletionStage<Pictures> pictures(Input input, ChosenModel model, CallContext context) {
        MediaLimits limits = MediaLimits.of(models.imageLimits(model, "video", "first_frame"));
        String subject =
                input.subjectReference() == null || input.subjectReference().isEmpty()
                        ? null
                        : input.subjectReference().get(0).image().get(0);
        return picture(input.firstFrameImage(), "first_frame_image", limits, context)
                .thenCompose(first -> picture(input.lastFrameImage(), "last_frame_image", limits, context)
                        .thenCompose(last -> picture(subject, "subject_reference[0].image[0]", limits, context)
                                .thenApply(person -> new Pictures(first, last, person))));
    }

    private CompletionStage<@Nullable InputMedia> picture(
            @Nullable String argument, String field, MediaLimits limits, CallContext context) {
        return argument == null
                ? Stages.nothing()
                : inputs.resolve(argument, field, limits, context).thenApply(media -> media);
    }

    private Order order(Input input, ChosenModel model, Shape shape, Pictures pictures) {
        Body body = new Body()
                .with("model", model.id())
                .with("prompt", input.prompt())
                .with(
                        "first_frame_image",
                        pictures.first() == null ? null : pictures.first().forBody())
                .with(
                        "last_frame_image",
                        pictures.last() == null ? null : pictures.last().forBody())
                .with("duration", shape.duration())
                .with("resolution", shape.resolution())
                .with("prompt_optimizer", input.promptOptimizer());
        if (pictures.person() != null) {
            Body person = new Body()
                    .with("type", "character")
                    .with("image", List.of(pictures.person().forBody()));
            body.with("subject_reference", List.of(person.json()));
        }
        return new Order(
                tool(),
                "video",
                HailuoSource.NAME,
                model.id(),
                body.json(),
                prices.video(model.known(), shape.resolution(), shape.duration()),
                input.outputName(),
                input.prompt() == null ? "video" : input.prompt(),
                null);
    }

    /** The pictures of a request; each may be missing. */
    private record Pictures(
            @Nullable InputMedia first,
            @Nullable InputMedia last,
            @Nullable InputMedia person) {}

    /** What the inputs ask for. */
    enum VideoMode {
        TEXT_TO_VIDEO,
        FIRST_FRAME,
        FIRST_LAST_FRAME,
        SUBJECT_REFERENCE;

        static VideoMode of(Input input) {
            boolean frames = input.firstFrameImage() != null || input.lastFrameImage() != null;
            if (input.subjectReference() != null && !input.subjectReference().isEmpty()) {
                if (frames) {
                    throw Refusal.of(
                            "subject_reference",
                            null,
                            "cannot go with first_frame_image or last_frame_image.",
                            "Give either the person or the frames.");
                }
                return SUBJECT_REFERENCE;
            }
            if (frames) {
                return framed(input);
            }
            if (input.prompt() == null || input.prompt().isBlank()) {
                throw Refusal.of("prompt", null, "is missing.", "Say what the video shows, or give first_frame_image.");
            }
            return TEXT_TO_VIDEO;
        }

        private static VideoMode framed(Input input) {
            if (input.firstFrameImage() == null) {
                throw Refusal.of(
                        "first_frame_image",
                        null,
                        "is missing: last_frame_image needs a first frame to come from.",
                        "Give first_frame_image as well.");
            }
            return input.lastFrameImage() == null ? FIRST_FRAME : FIRST_LAST_FRAME;
        }

        String wireName() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
