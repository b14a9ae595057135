package io.minimaxmcp.tools.capability.image;

import io.minimaxmcp.schemas.Model;
import io.minimaxmcp.tools.job.Order;
import io.minimaxmcp.tools.job.PaidCapability;
import io.minimaxmcp.tools.job.PaidInput;
import io.minimaxmcp.tools.media.InputMedia;
import io.minimaxmcp.tools.media.Inputs;
import io.minimaxmcp.tools.media.MediaLimits;
import io.minimaxmcp.tools.preflight.Allowed;
import io.minimaxmcp.tools.preflight.ChosenModel;
import io.minimaxmcp.tools.preflight.ModelChoice;
import io.minimaxmcp.tools.spend.PriceList;
import io.minimaxmcp.tools.tool.CallContext;
import io.minimaxmcp.tools.tool.Refusal;
import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.upstream.Body;
import io.minimaxmcp.tools.upstream.Dialect;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** {@code generate_image}: images from a prompt, with a person's face kept where a reference is given. */
public final class GenerateImage implements PaidCapability<GenerateImage.Input> {
    private static final String REFERENCE_FIELD = "subject_reference[0].image_file";

    private final ModelChoice models;
    private final PriceList prices;
    private final Inputs inputs;
    private final Dialect dialect;

    public GenerateImage(ModelChoice models, PriceList prices, Inputs inputs, Dialect dialect) {
        this.models = models;
        this.prices = prices;
        this.inputs = inputs;
        this.dialect = dialect;
    }

    /** The arguments. */
    public record Input(
            String prompt,
            String model,
            @Nullable String aspectRatio,
            @Nullable Integer width,
            @Nullable Integer height,
            int n,
            @Nullable Long seed,
            boolean promptOptimizer,
            @Nullable List<Subject> subjectReference,
            String responseFormat,
            @Nullable String outputName,
            @Nullable String requestId,
            @Nullable Boolean dryRun,
            @Nullable String confirm)
            implements PaidInput {}

    /** A person whose face is kept. */
    public record Subject(
            String type, String imageFile, @Nullable Double weight) {}

    @Override
    public String tool() {
        return "generate_image";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public CompletionStage<Order> order(Input input, CallContext context) {
        return Stages.from(() -> {
            Subject subject = subject(input);
            ChosenModel model =
                    models.choose(input.model(), "image", subject == null ? "text_to_image" : "image_to_image");
            model.known().ifPresent(known -> check(input, known));
            return reference(subject, model, context).thenApply(image -> order(input, model, subject, image));
        });
    }

    private @Nullable Subject subject(Input input) {
        List<Subject> subjects = input.subjectReference();
        Subject subject = subjects == null || subjects.isEmpty() ? null : subjects.get(0);
        if (subject != null && subject.weight() != null && dialect == Dialect.PLATFORM) {
            throw Refusal.of(
                    "subject_reference[0].weight",
                    subject.weight(),
                    "is not part of MiniMax's API.",
                    "Leave weight out (it is sent only with MINIMAX_API_DIALECT=reference).");
        }
        return subject;
    }

    private static void check(Input input, Model model) {
        Allowed.length("prompt", input.prompt(), null, model.limits().promptMaxChars(), model.id());
        Allowed.oneOf("aspect_ratio", input.aspectRatio(), model.features().aspectRatios(), model.id());
        if (input.width() == null && input.height() == null) {
            return;
        }
        String given = input.width() == null ? "height" : "width";
        if (!model.features().customSize()) {
            throw Refusal.of(
                    given, null, "cannot be chosen with " + model.id() + ".", "Use aspect_ratio, or model image-01.");
        }
        if (input.width() == null || input.height() == null) {
            String missing = input.width() == null ? "width" : "height";
            throw Refusal.of(
                    missing, null, "is missing: width and height go together.", "Give both, or use aspect_ratio.");
        }
        if (input.aspectRatio() != null) {
            throw Refusal.of(
                    "aspect_ratio",
                    input.aspectRatio(),
                    "cannot go with width and height: MiniMax would ignore the size.",
                    "Leave aspect_ratio out to get " + input.width() + "x" + input.height() + ".");
        }
    }

    private CompletionStage<@Nullable InputMedia> reference(
            @Nullable Subject subject, ChosenModel model, CallContext context) {
        if (subject == null) {
            return Stages.nothing();
        }
        MediaLimits limits = MediaLimits.of(models.imageLimits(model, "image", "image_to_image"));
        return inputs.resolve(subject.imageFile(), REFERENCE_FIELD, limits, context)
                .thenApply(media -> media);
    }

    private Order order(Input input, ChosenModel model, @Nullable Subject subject, @Nullable InputMedia image) {
        Body body = new Body()
                .with("model", model.id())
                .with("prompt", input.prompt())
                .with("aspect_ratio", input.aspectRatio())
                .with("width", input.width())
                .with("height", input.height())
                .with("n", input.n())
                .with("seed", input.seed())
                .with("response_format", input.responseFormat())
                .with("prompt_optimizer", input.promptOptimizer());
        if (subject != null && image != null) {
            Body person = new Body()
                    .with("type", subject.type())
                    .with("image_file", image.forBody())
                    .with("weight", subject.weight());
            body.with("subject_reference", List.of(person.json()));
        }
        return new Order(
                tool(),
                "image",
                ImageSource.NAME,
                model.id(),
                body.json(),
                prices.images(model.known(), input.n()),
                input.outputName(),
                input.prompt(),
                null);
    }
}
