package io.minimaxmcp.tools.capability.video;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.schemas.Usd;
import io.minimaxmcp.tools.job.Empty;
import io.minimaxmcp.tools.job.Job;
import io.minimaxmcp.tools.job.Outputs;
import io.minimaxmcp.tools.job.Sight;
import io.minimaxmcp.tools.job.Told;
import io.minimaxmcp.tools.spend.PriceList;
import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.upstream.Answer;
import io.minimaxmcp.tools.upstream.Endpoint;
import io.minimaxmcp.tools.upstream.Endpoints;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** {@code POST /v2/h3_context_ir}: a task whose result is a text, and whose price is that of the tokens it took. */
final class H3Prompt implements H3Work {
    static final String NAME = "h3_prompt";

    private final Outputs outputs;
    private final PriceList prices;

    H3Prompt(Outputs outputs, PriceList prices) {
        this.outputs = outputs;
        this.prices = prices;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Endpoint endpoint() {
        return Endpoints.CONTEXT_IR;
    }

    @Override
    public String taskType() {
        return "h3_context_ir";
    }

    @Override
    public CompletionStage<Sight> done(Job job, Answer answer) {
        JsonNode task = answer.body().path("task");
        String prompt = task.path("content").path("prompt").asText("").strip();
        if (prompt.isEmpty()) {
            return Stages.of(new Sight.Lost(Empty.answer("prompt", answer), answer.traceId()));
        }
        return outputs.text(job, 1, prompt, "txt")
                .thenApply(file -> new Sight.Done(List.of(file.saying(prompt)), null, answer.traceId())
                        .telling(told(task.path("usage"))));
    }

    /** Null where MiniMax does not tell: then the most that it can cost counts. */
    private @Nullable Told told(JsonNode usage) {
        JsonNode read = usage.path("prompt_tokens");
        JsonNode written = usage.path("completion_tokens");
        if (!read.isIntegralNumber() || !written.isIntegralNumber()) {
            return null;
        }
        Usd billed = prices.enhanced(read.asInt(), written.asInt());
        String note = "MiniMax bills " + read.asInt() + " tokens read and " + written.asInt() + " written"
                + (billed == null ? "" : ": about " + billed) + ".";
        return new Told(null, null, note, billed);
    }
}
