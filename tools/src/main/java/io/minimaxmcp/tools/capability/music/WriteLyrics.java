package io.minimaxmcp.tools.capability.music;

import io.minimaxmcp.tools.job.Order;
import io.minimaxmcp.tools.job.PaidCapability;
import io.minimaxmcp.tools.job.PaidInput;
import io.minimaxmcp.tools.spend.PriceList;
import io.minimaxmcp.tools.tool.CallContext;
import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.upstream.Body;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** {@code write_lyrics}: words for a song, or other words for one that has some. */
public final class WriteLyrics implements PaidCapability<WriteLyrics.Input> {
    private final PriceList prices;

    public WriteLyrics(PriceList prices) {
        this.prices = prices;
    }

    /** The arguments. */
    public record Input(
            String prompt,
            @Nullable String lyrics,
            @Nullable String title,
            @Nullable String outputName,
            @Nullable String requestId,
            @Nullable Boolean dryRun,
            @Nullable String confirm)
            implements PaidInput {}

    @Override
    public String tool() {
        return "write_lyrics";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public CompletionStage<Order> order(Input input, CallContext context) {
        boolean edits = input.lyrics() != null && !input.lyrics().isBlank();
        Body body = new Body()
                .with("mode", edits ? "edit" : "write_full_song")
                .with("prompt", input.prompt())
                .with("lyrics", edits ? input.lyrics() : null)
                .with("title", input.title());
        return Stages.of(new Order(
                tool(),
                "lyrics",
                LyricsSource.NAME,
                null,
                body.json(),
                prices.lyrics(),
                input.outputName(),
                input.title() == null ? input.prompt() : input.title(),
                null));
    }
}
