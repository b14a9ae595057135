package io.minimaxmcp.tools.capability.speech;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.Model;
import io.minimaxmcp.schemas.ModelCatalog;
import io.minimaxmcp.tools.job.Order;
import io.minimaxmcp.tools.job.PaidCapability;
import io.minimaxmcp.tools.job.PaidInput;
import io.minimaxmcp.tools.preflight.Allowed;
import io.minimaxmcp.tools.preflight.ChosenModel;
import io.minimaxmcp.tools.preflight.ModelChoice;
import io.minimaxmcp.tools.preflight.PauseMarks;
import io.minimaxmcp.tools.spend.PriceList;
import io.minimaxmcp.tools.tool.CallContext;
import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.upstream.Body;
import io.minimaxmcp.tools.upstream.Dialect;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** {@code generate_speech}: text of fewer than 10,000 characters, spoken in one piece. */
public final class GenerateSpeech implements PaidCapability<GenerateSpeech.Input> {
    private final ModelCatalog catalog;
    private final ModelChoice models;
    private final PriceList prices;
    private final Dialect dialect;

    public GenerateSpeech(ModelCatalog catalog, ModelChoice models, PriceList prices, Dialect dialect) {
        this.catalog = catalog;
        this.models = models;
        this.prices = prices;
        this.dialect = dialect;
    }

    /** The arguments. */
    public record Input(
            String text,
            String voice,
            String model,
            @Nullable String emotion,
            BigDecimal rate,
            BigDecimal volume,
            int pitch,
            String outputFormat,
            @Nullable Integer sampleRate,
            @Nullable Integer bitrate,
            @Nullable String language,
            @Nullable String outputName,
            @Nullable String requestId,
            @Nullable Boolean dryRun,
            @Nullable String confirm)
            implements PaidInput {}

    @Override
    public String tool() {
        return "generate_speech";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public CompletionStage<Order> order(Input input, CallContext context) {
        return Stages.from(() -> {
            PauseMarks.check(input.text());
            ChosenModel model = models.choose(input.model(), "speech", "text_to_speech");
            model.known().ifPresent(known -> check(input, known));
            return Stages.of(order(input, model));
        });
    }

    private void check(Input input, Model model) {
        Allowed.length("text", input.text(), null, model.limits().textMaxChars(), model.id());
        Allowed.oneOf("emotion", emotion(input), model.features().emotions(), model.id());
        Allowed.oneOf("output_format", input.outputFormat(), model.features().formats(), model.id());
        boolean opus = input.outputFormat().equals("opus");
        List<Integer> rates =
                opus ? model.features().opusSampleRates() : model.features().sampleRates();
        String who = model.id() + " as " + input.outputFormat();
        Allowed.oneOf("sample_rate", input.sampleRate(), rates, who);
        List<Integer> bitrates =
                input.outputFormat().equals("mp3") ? model.features().bitrates() : List.of();
        Allowed.oneOf("bitrate", input.bitrate(), bitrates, who);
        Languages.check(input.language(), catalog.words().languages(), model);
    }

    /** An old name of an emotion is sent by its present one. */
    private @Nullable String emotion(Input input) {
        String asked = input.emotion();
        return asked == null ? null : catalog.words().emotionAliases().getOrDefault(asked, asked);
    }

    private Order order(Input input, ChosenModel model) {
        return new Order(
                tool(),
                "speech",
                SpeechSource.NAME,
                model.id(),
                dialect == Dialect.PLATFORM ? platform(input, model) : reference(input, model),
                prices.speech(model.known(), input.text()),
                input.outputName(),
                input.text(),
                null);
    }

    private ObjectNode platform(Input input, ChosenModel model) {
        Body voice = new Body()
                .with("voice_id", input.voice())
                .with("speed", input.rate())
                .with("vol", input.volume())
                .with("pitch", input.pitch())
                .with("emotion", emotion(input));
        Body audio = new Body()
                .with("format", input.outputFormat())
                .with("sample_rate", input.sampleRate())
                .with("bitrate", input.bitrate());
        return new Body()
                .with("model", model.id())
                .with("text", input.text())
                .with("stream", false)
                .with("language_boost", input.language())
                .with("output_format", "url")
                .with("voice_setting", voice)
                .with("audio_setting", audio)
                .json();
    }

    /** The flat body of the product brief. */
    private static ObjectNode reference(Input input, ChosenModel model) {
        return new Body()
                .with("model", model.id())
                .with("text", input.text())
                .with("voice", input.voice())
                .with("emotion", input.emotion())
                .with("rate", input.rate())
                .with("volume", input.volume())
                .with("pitch", input.pitch())
                .with("output_format", input.outputFormat())
                .json();
    }
}
