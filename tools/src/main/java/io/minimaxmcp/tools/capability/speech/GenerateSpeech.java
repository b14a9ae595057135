package io.minimaxmcp.tools.capability.speech;

import io.minimaxmcp.schemas.Model;
import io.minimaxmcp.schemas.ModelCatalog;
import io.minimaxmcp.tools.job.Order;
import io.minimaxmcp.tools.job.PaidCapability;
import io.minimaxmcp.tools.job.PaidInput;
import io.minimaxmcp.tools.media.InputMedia;
import io.minimaxmcp.tools.media.Inputs;
import io.minimaxmcp.tools.preflight.ChosenModel;
import io.minimaxmcp.tools.preflight.ModelChoice;
import io.minimaxmcp.tools.preflight.PauseMarks;
import io.minimaxmcp.tools.spend.PriceList;
import io.minimaxmcp.tools.tool.CallContext;
import io.minimaxmcp.tools.tool.Refusal;
import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.upstream.Body;
import io.minimaxmcp.tools.upstream.Dialect;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** {@code generate_speech}: short texts are spoken while the caller waits, long ones as a task of their own. */
public final class GenerateSpeech implements PaidCapability<GenerateSpeech.Input> {
    private static final int LABEL = 80;
    private static final long TEXT_FILE_MAX_BYTES = 4_000_000;

    private final ModelCatalog catalog;
    private final ModelChoice models;
    private final PriceList prices;
    private final Inputs inputs;
    private final Dialect dialect;
    private final VoicesToUse voices;

    public GenerateSpeech(
            ModelCatalog catalog,
            ModelChoice models,
            PriceList prices,
            Inputs inputs,
            Dialect dialect,
            VoicesToUse voices) {
        this.catalog = catalog;
        this.models = models;
        this.prices = prices;
        this.inputs = inputs;
        this.dialect = dialect;
        this.voices = voices;
    }

    /** The arguments; exactly one of the first two is given. */
    public record Input(
            @Nullable String text,
            @Nullable String textFile,
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
            @Nullable List<String> pronunciation,
            @Nullable VoiceModify voiceModify,
            boolean subtitles,
            @Nullable Integer waitSeconds,
            @Nullable String outputName,
            @Nullable String requestId,
            @Nullable Boolean dryRun,
            @Nullable String confirm)
            implements PaidInput {}

    /** How the voice is changed; what is left out stays as it is. */
    public record VoiceModify(
            @Nullable Integer pitch,
            @Nullable Integer intensity,
            @Nullable Integer timbre,
            @Nullable String soundEffects) {}

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
        return Stages.from(() -> text(input, context))
                .thenCompose(text -> order(input, text))
                .thenCombine(voices.check(input.voice(), context.tenant()), (order, mayBeUsed) -> order);
    }

    private CompletionStage<String> text(Input input, CallContext context) {
        String text = input.text();
        String file = input.textFile();
        if ((text == null) == (file == null)) {
            throw Refusal.of(
                    "text",
                    null,
                    text == null ? "is missing." : "cannot go with text_file.",
                    "Give either text, or text_file: a path, an https URL or a minimax:// URI.");
        }
        return text != null ? Stages.of(text) : inputs.text(file, "text_file", TEXT_FILE_MAX_BYTES, context);
    }

    private CompletionStage<Order> order(Input input, String text) {
        PauseMarks.check(text);
        ChosenModel model = models.choose(input.model(), "speech", "text_to_speech");
        SpeechRules rules = new SpeechRules(input, catalog.words());
        String field = input.text() == null ? "text_file" : "text";
        int most = model.known().map(Model::limits).map(SpeechRules::longest).orElse(SpeechRules.AT_ONCE);
        rules.checkLength(field, text, most, model.id());
        model.known().ifPresent(known -> rules.check(known, catalog.offered("speech")));
        SpeechBodies bodies = new SpeechBodies(input, model.id(), rules.emotion());
        int length = text.codePointCount(0, text.length());
        if (length <= model.known().map(SpeechRules::atOnce).orElse(SpeechRules.AT_ONCE)) {
            return Stages.of(order(
                    input,
                    text,
                    model,
                    SpeechSource.NAME,
                    dialect == Dialect.PLATFORM ? bodies.atOnce(text) : bodies.reference(text)));
        }
        if (length <= model.known().map(SpeechRules::inTask).orElse(SpeechRules.AT_ONCE)) {
            return Stages.of(order(
                    input, text, model, LongSpeechSource.NAME, bodies.task().with("text", text)));
        }
        return inputs.keep(text)
                .thenApply(InputMedia.Kept::forBody)
                .thenApply(kept -> order(
                        input,
                        text,
                        model,
                        LongSpeechSource.NAME,
                        bodies.task().with(LongSpeechSource.TEXT_FILE, kept)));
    }

    private Order order(Input input, String text, ChosenModel model, String source, Body body) {
        return new Order(
                tool(),
                "speech",
                source,
                model.id(),
                body.json(),
                prices.speech(model.known(), text),
                input.outputName(),
                text.substring(0, Math.min(LABEL, text.length())),
                null);
    }
}
