package io.minimaxmcp.tools.capability.voice;

import io.minimaxmcp.schemas.ModelCatalog;
import io.minimaxmcp.tools.job.Order;
import io.minimaxmcp.tools.job.PaidCapability;
import io.minimaxmcp.tools.job.PaidInput;
import io.minimaxmcp.tools.media.InputMedia;
import io.minimaxmcp.tools.media.Inputs;
import io.minimaxmcp.tools.media.MediaLimits;
import io.minimaxmcp.tools.preflight.ChosenModel;
import io.minimaxmcp.tools.preflight.ModelChoice;
import io.minimaxmcp.tools.spend.PriceList;
import io.minimaxmcp.tools.tool.CallContext;
import io.minimaxmcp.tools.tool.Refusal;
import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.upstream.Body;
import io.minimaxmcp.tools.upstream.Dialect;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** {@code clone_voice}: a voice from a recording, whose type, size and length are checked before anything is sent. */
public final class CloneVoice implements PaidCapability<CloneVoice.Input> {
    private final ModelCatalog catalog;
    private final ModelChoice models;
    private final PriceList prices;
    private final Inputs inputs;
    private final Dialect dialect;

    public CloneVoice(ModelCatalog catalog, ModelChoice models, PriceList prices, Inputs inputs, Dialect dialect) {
        this.catalog = catalog;
        this.models = models;
        this.prices = prices;
        this.inputs = inputs;
        this.dialect = dialect;
    }

    /** The arguments; two of them have a second name. */
    public record Input(
            @Nullable String audio,
            @Nullable String audioUrl,
            @Nullable String name,
            @Nullable String cloneName,
            boolean consent,
            @Nullable String previewText,
            String model,
            @Nullable String requestId,
            @Nullable Boolean dryRun,
            @Nullable String confirm)
            implements PaidInput {}

    @Override
    public String tool() {
        return "clone_voice";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public CompletionStage<Order> order(Input input, CallContext context) {
        return Stages.from(() -> {
            if (!input.consent()) {
                throw Refusal.of(
                        "consent",
                        false,
                        "says that the speaker has not agreed.",
                        "Ask the speaker, then call again with consent true; to make up a voice instead, use design_voice.");
            }
            String audio = one("audio", input.audio(), "audio_url", input.audioUrl());
            String name = VoiceName.checked(one("name", input.name(), "clone_name", input.cloneName()));
            ChosenModel model = models.choose(input.model(), "speech", "voice_clone_preview");
            return dialect == Dialect.REFERENCE
                    ? Stages.of(order(input, name, model, reference(audio, name)))
                    : inputs.resolveBytes(audio, "audio", MediaLimits.of(catalog.voiceSample()), context)
                            .thenApply(sample -> order(input, name, model, platform(input, name, model, sample)));
        });
    }

    private static String one(String field, @Nullable String value, String otherName, @Nullable String otherValue) {
        if (value != null && otherValue != null) {
            throw Refusal.of(otherName, null, "is another name of " + field + ".", "Give only " + field + ".");
        }
        String given = value != null ? value : otherValue;
        if (given == null || given.isBlank()) {
            throw Refusal.of(field, null, "is missing.", "Give " + field + " (clone_voice needs audio and name).");
        }
        return given;
    }

    private static Body platform(Input input, String name, ChosenModel model, InputMedia sample) {
        return new Body()
                .with(CloneSource.SAMPLE, sample.forBody())
                .with("voice_id", name)
                .with("text", input.previewText())
                .with("model", input.previewText() == null ? null : model.id());
    }

    /** The body of the product brief, which takes an address and nothing else. */
    private static Body reference(String audio, String name) {
        if (!audio.startsWith("https://") && !audio.startsWith("http://")) {
            throw Refusal.of(
                    "audio", audio, "must be an https URL with MINIMAX_API_DIALECT=reference.", "Give a public URL.");
        }
        return new Body().with("audio_url", audio).with("clone_name", name);
    }

    private Order order(Input input, String name, ChosenModel model, Body body) {
        return new Order(
                tool(),
                "voice_clone",
                CloneSource.NAME,
                input.previewText() == null ? null : model.id(),
                body.json(),
                prices.clonedVoice(model.known(), input.previewText()),
                null,
                "voice " + name,
                name);
    }
}
