package io.minimaxmcp.tools.capability.video;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.Model;
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
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** {@code enhance_prompt}: what H3 would make of the inputs of a video, as a prompt. */
public final class EnhancePrompt implements PaidCapability<EnhancePrompt.Input> {
    private final ModelCatalog catalog;
    private final ModelChoice models;
    private final PriceList prices;
    private final FootageReader footage;

    public EnhancePrompt(ModelCatalog catalog, ModelChoice models, PriceList prices, Inputs inputs) {
        this.catalog = catalog;
        this.models = models;
        this.prices = prices;
        this.footage = new FootageReader(inputs, models);
    }

    /** The arguments. */
    public record Input(
            String prompt,
            @Nullable Integer duration,
            @Nullable String aspectRatio,
            @Nullable String firstFrameImage,
            @Nullable String lastFrameImage,
            @Nullable List<String> referenceImages,
            @Nullable List<String> referenceVideos,
            @Nullable List<String> referenceAudios,
            @Nullable Integer waitSeconds,
            @Nullable String outputName,
            @Nullable String requestId,
            @Nullable Boolean dryRun,
            @Nullable String confirm)
            implements PaidInput {
        /** The video that the prompt is for. */
        GenerateVideo.Input video() {
            return new GenerateVideo.Input(
                    prompt,
                    FirstVideo.MODEL,
                    duration,
                    null,
                    aspectRatio,
                    firstFrameImage,
                    lastFrameImage,
                    null,
                    referenceImages,
                    referenceVideos,
                    referenceAudios,
                    true,
                    waitSeconds,
                    outputName,
                    requestId,
                    dryRun,
                    confirm);
        }
    }

    @Override
    public String tool() {
        return "enhance_prompt";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public CompletionStage<Order> order(Input input, CallContext context) {
        return Stages.from(() -> {
            GenerateVideo.Input video = input.video();
            VideoMode mode = VideoMode.of(video);
            ChosenModel model = models.choose(FirstVideo.MODEL, "video", mode.wireName());
            Model known = model.known().orElseThrow();
            Shape shape = VideoRules.checked(video, mode, known, List.of(known), catalog.words());
            return footage.read(video, model, context)
                    .thenApply(media -> order(input, H3Request.body(model.id(), video, mode, shape, media)));
        });
    }

    private Order order(Input input, ObjectNode video) {
        video.remove("resolution");
        return new Order(
                tool(),
                "prompt",
                H3Prompt.NAME,
                FirstVideo.MODEL,
                video,
                prices.prompt(),
                input.outputName(),
                input.prompt(),
                null);
    }
}
