package io.minimaxmcp.tools.capability.music;

import io.minimaxmcp.schemas.ModelCatalog;
import io.minimaxmcp.tools.job.Order;
import io.minimaxmcp.tools.job.PaidCapability;
import io.minimaxmcp.tools.job.PaidInput;
import io.minimaxmcp.tools.media.InputMedia;
import io.minimaxmcp.tools.media.Inputs;
import io.minimaxmcp.tools.media.MediaBodies;
import io.minimaxmcp.tools.preflight.ChosenModel;
import io.minimaxmcp.tools.preflight.ModelChoice;
import io.minimaxmcp.tools.spend.PriceList;
import io.minimaxmcp.tools.tool.CallContext;
import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.upstream.Body;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** {@code generate_music}: a song from lyrics, an instrumental from a description, or a cover of a song. */
public final class GenerateMusic implements PaidCapability<GenerateMusic.Input> {
    private static final int LABEL_WORDS = 80;
    private static final String AS_LINK =
            "MiniMax was asked for a link: a song in this format can be too large to come as hex in an answer.";

    private final ModelCatalog catalog;
    private final ModelChoice models;
    private final PriceList prices;
    private final Inputs inputs;

    public GenerateMusic(ModelCatalog catalog, ModelChoice models, PriceList prices, Inputs inputs) {
        this.catalog = catalog;
        this.models = models;
        this.prices = prices;
        this.inputs = inputs;
    }

    /** The arguments. */
    public record Input(
            @Nullable String lyrics,
            @Nullable String prompt,
            @Nullable String model,
            boolean instrumental,
            @Nullable String coverOf,
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
            ChosenModel model = models.choose(input.model(), "music", mode(input));
            SongRules.checkWords(input);
            model.known().ifPresent(known -> SongRules.check(input, known, catalog.words()));
            return input.coverOf() == null
                    ? Stages.of(order(input, model, null))
                    : inputs.resolve(input.coverOf(), "cover_of", SongRules.original(model), context)
                            .thenApply(original -> order(input, model, original));
        });
    }

    private static String mode(Input input) {
        if (input.coverOf() != null) {
            return "cover";
        }
        return input.instrumental() ? "instrumental" : "song";
    }

    private Order order(Input input, ChosenModel model, @Nullable InputMedia original) {
        AudioSetting audio = input.audioSetting();
        boolean isTooLarge =
                input.outputFormat().equals("hex") && !audio.format().equals("mp3");
        Body body = new Body()
                .with("model", model.id())
                .with("prompt", input.prompt())
                .with("lyrics", input.lyrics())
                .with("is_instrumental", input.instrumental() ? true : null)
                .with("audio_url", original instanceof InputMedia.Link link ? link.url() : null)
                .with(
                        "audio_base64",
                        original instanceof InputMedia.Kept kept ? MediaBodies.bare(kept.forBody()) : null)
                .with("output_format", isTooLarge ? "url" : input.outputFormat())
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
                null,
                isTooLarge ? List.of(AS_LINK) : List.of());
    }

    /** The style says more than the first words of a song, which are often a tag. */
    private static String label(Input input) {
        String words = SongRules.isBlank(input.prompt()) ? input.lyrics() : input.prompt();
        String text =
                words == null ? "music" : words.replaceAll("\\[[^\\]]*]", " ").strip();
        return text.substring(0, Math.min(LABEL_WORDS, text.length()));
    }
}
