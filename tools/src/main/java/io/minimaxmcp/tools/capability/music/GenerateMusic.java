package io.minimaxmcp.tools.capability.music;

import io.minimaxmcp.schemas.Model;
import io.minimaxmcp.schemas.ModelCatalog;
import io.minimaxmcp.tools.job.Order;
import io.minimaxmcp.tools.job.PaidCapability;
import io.minimaxmcp.tools.job.PaidInput;
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

/** {@code generate_music}: a song from lyrics, or an instrumental from a description. */
public final class GenerateMusic implements PaidCapability<GenerateMusic.Input> {
    private static final int LABEL_WORDS = 80;

    private final ModelCatalog catalog;
    private final ModelChoice models;
    private final PriceList prices;

    public GenerateMusic(ModelCatalog catalog, ModelChoice models, PriceList prices) {
        this.catalog = catalog;
        this.models = models;
        this.prices = prices;
    }

    /** The arguments. */
    public record Input(
            @Nullable String lyrics,
            @Nullable String prompt,
            String model,
            boolean instrumental,
            String outputFormat,
            AudioSetting audioSetting,
            @Nullable String outputName,
            @Nullable String requestId,
            @Nullable Boolean dryRun,
            @Nullable String confirm)
            implements PaidInput {}

    /** How the song is encoded. */
    public record AudioSetting(
            @Nullable Integer sampleRate, @Nullable Integer bitrate, String format) {}

    @Override
    public String tool() {
        return "generate_music";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public CompletionStage<Order> order(Input input, CallContext context) {
        return Stages.from(() -> {
            ChosenModel model = models.choose(input.model(), "music", input.instrumental() ? "instrumental" : "song");
            checkWords(input);
            model.known().ifPresent(known -> check(input, known));
            return Stages.of(order(input, model));
        });
    }

    private void checkWords(Input input) {
        if (input.instrumental()) {
            if (blank(input.prompt())) {
                throw Refusal.of(
                        "prompt",
                        null,
                        "is missing: an instrumental is made from it.",
                        "Describe style and mood in prompt.");
            }
            if (!blank(input.lyrics())) {
                throw Refusal.of(
                        "lyrics",
                        null,
                        "cannot go with instrumental.",
                        "Leave lyrics out, or set instrumental to false.");
            }
        } else if (blank(input.lyrics())) {
            throw Refusal.of(
                    "lyrics",
                    null,
                    "is missing: a song is sung from it.",
                    "Give lyrics with tags such as [Verse] and [Chorus], or set instrumental to true.");
        }
    }

    private void check(Input input, Model model) {
        Integer leastPrompt = model.limits().promptMinChars();
        if (input.prompt() != null) {
            Allowed.length("prompt", input.prompt(), leastPrompt, model.limits().promptMaxChars(), model.id());
        }
        if (input.lyrics() != null) {
            Allowed.length(
                    "lyrics",
                    input.lyrics(),
                    model.limits().lyricsMinChars(),
                    model.limits().lyricsMaxChars(),
                    model.id());
            Brackets.checkLyrics(input.lyrics(), catalog.words().lyricsTags());
        }
        AudioSetting audio = input.audioSetting();
        Allowed.oneOf("audio_setting.format", audio.format(), model.features().formats(), model.id());
        Allowed.oneOf(
                "audio_setting.sample_rate",
                audio.sampleRate(),
                model.features().sampleRates(),
                model.id());
        List<Integer> bitrates = audio.format().equals("mp3") ? model.features().bitrates() : List.of();
        Allowed.oneOf("audio_setting.bitrate", audio.bitrate(), bitrates, model.id() + " as " + audio.format());
    }

    private Order order(Input input, ChosenModel model) {
        AudioSetting audio = input.audioSetting();
        Body body = new Body()
                .with("model", model.id())
                .with("prompt", input.prompt())
                .with("lyrics", input.lyrics())
                .with("is_instrumental", input.instrumental() ? true : null)
                .with("output_format", input.outputFormat())
                .with(
                        "audio_setting",
                        new Body()
                                .with("sample_rate", audio.sampleRate())
                                .with("bitrate", audio.bitrate())
                                .with("format", audio.format()));
        return new Order(
                tool(),
                "music",
                MusicSource.NAME,
                model.id(),
                body.json(),
                prices.song(model.known()),
                input.outputName(),
                label(input),
                null);
    }

    /** The style says more than the first words of a song, which are often a tag. */
    private static String label(Input input) {
        String words = blank(input.prompt()) ? input.lyrics() : input.prompt();
        String text =
                words == null ? "music" : words.replaceAll("\\[[^\\]]*]", " ").strip();
        return text.substring(0, Math.min(LABEL_WORDS, text.length()));
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
