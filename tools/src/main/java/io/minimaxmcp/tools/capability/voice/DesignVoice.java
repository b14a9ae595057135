package io.minimaxmcp.tools.capability.voice;

import io.minimaxmcp.tools.job.Order;
import io.minimaxmcp.tools.job.PaidCapability;
import io.minimaxmcp.tools.job.PaidInput;
import io.minimaxmcp.tools.spend.PriceList;
import io.minimaxmcp.tools.tool.CallContext;
import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.upstream.Body;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** {@code design_voice}: a voice from a description. */
public final class DesignVoice implements PaidCapability<DesignVoice.Input> {
    private final PriceList prices;

    public DesignVoice(PriceList prices) {
        this.prices = prices;
    }

    /** The arguments. */
    public record Input(
            String prompt,
            String previewText,
            @Nullable String requestId,
            @Nullable Boolean dryRun,
            @Nullable String confirm)
            implements PaidInput {}

    @Override
    public String tool() {
        return "design_voice";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public CompletionStage<Order> order(Input input, CallContext context) {
        Body body = new Body().with("prompt", input.prompt()).with("preview_text", input.previewText());
        return Stages.of(new Order(
                tool(),
                "voice_design",
                DesignSource.NAME,
                null,
                body.json(),
                prices.designedVoice(input.previewText()),
                null,
                input.prompt(),
                null));
    }
}
