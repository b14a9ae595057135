package io.minimaxmcp.tools.capability.speech;

import io.minimaxmcp.schemas.Limits;
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
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code transcribe_speech}: what is said in a recording, as text and as subtitles, from one request. */
public final class TranscribeSpeech implements PaidCapability<TranscribeSpeech.Input> {
    /** MiniMax takes AIFF as well, whose length nobody here can tell. */
    private static final List<String> FORMATS = List.of("mp3", "wav", "m4a", "flac", "aac", "ogg");

    /** BCP-47, as in {@code zh} or {@code pt-BR}; which languages are known is for MiniMax to say. */
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,4})?");

    private final ModelChoice models;
    private final PriceList prices;
    private final Inputs inputs;

    public TranscribeSpeech(ModelChoice models, PriceList prices, Inputs inputs) {
        this.models = models;
        this.prices = prices;
        this.inputs = inputs;
    }

    /** The arguments. */
    public record Input(
            String audio,
            @Nullable String language,
            @Nullable String outputName,
            @Nullable String requestId,
            @Nullable Boolean dryRun,
            @Nullable String confirm)
            implements PaidInput {}

    @Override
    public String tool() {
        return "transcribe_speech";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public CompletionStage<Order> order(Input input, CallContext context) {
        return Stages.from(() -> {
            String language = input.language();
            if (language != null && !LANGUAGE.matcher(language).matches()) {
                throw Refusal.of("language", language, "is not a language code.", "Give a code such as en, zh or yue.");
            }
            ChosenModel model = models.choose(null, "transcription", "transcription");
            return inputs.resolveBytes(input.audio(), "audio", limits(model), context)
                    .thenApply(sound -> order(input, model, sound));
        });
    }

    private static MediaLimits limits(ChosenModel model) {
        Limits limits = model.known().orElseThrow().limits();
        Integer seconds = limits.audioMaxSeconds();
        Long bytes = limits.audioMaxBytes();
        return MediaLimits.clip(
                FORMATS,
                Objects.requireNonNullElse(bytes, Long.MAX_VALUE),
                Duration.ZERO,
                Duration.ofSeconds(Objects.requireNonNullElse(seconds, Integer.MAX_VALUE)));
    }

    private Order order(Input input, ChosenModel model, InputMedia.Kept sound) {
        Body form = new Body()
                .with("model", model.id())
                .with("response_format", "verbose_json")
                .with("timestamp_level", "sentence")
                .with(TranscriptSource.LANGUAGE, input.language())
                .with(TranscriptSource.FILE, sound.forBody());
        return new Order(
                tool(),
                "transcript",
                TranscriptSource.NAME,
                model.id(),
                form.json(),
                prices.transcript(model.known(), sound.facts().durationMs()),
                input.outputName(),
                "transcript",
                null);
    }
}
