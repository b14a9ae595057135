package io.minimaxmcp.tools.capability.speech;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.schemas.Usd;
import io.minimaxmcp.tools.job.Job;
import io.minimaxmcp.tools.job.Told;
import io.minimaxmcp.tools.spend.BilledText;
import io.minimaxmcp.tools.upstream.Answer;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** What MiniMax says that it bills, where that is not what was expected. */
final class BilledCharacters {
    private BilledCharacters() {}

    /** Null where MiniMax counts as we do, or does not tell. */
    static @Nullable Told told(Job job, Answer answer) {
        JsonNode count = answer.body().path("extra_info").path("usage_characters");
        int expected =
                BilledText.of(job.order().request().path("text").asText()).characters();
        if (!count.isIntegralNumber() || count.asInt() == expected) {
            return null;
        }
        Usd billed = billed(job.order().estimate().amount(), count.asInt(), expected);
        String note = "MiniMax bills " + count.asInt() + " characters where " + expected + " were expected"
                + (billed == null ? "" : ": about " + billed) + ".";
        return new Told(null, null, note, billed);
    }

    private static @Nullable Usd billed(@Nullable Usd price, int count, int expected) {
        return price == null
                ? null
                : Usd.of(price.dollars()
                        .multiply(BigDecimal.valueOf(count))
                        .divide(BigDecimal.valueOf(Math.max(1, expected)), MathContext.DECIMAL64));
    }
}
