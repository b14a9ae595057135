package io.minimaxmcp.tools.capability.speech;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.schemas.Usd;
import io.minimaxmcp.tools.job.Job;
import io.minimaxmcp.tools.job.Told;
import io.minimaxmcp.tools.spend.PriceList;
import org.jspecify.annotations.Nullable;

/** What MiniMax says that it bills, where that is not what was expected. */
final class BilledCharacters {
    private BilledCharacters() {}

    /**
     * Null where MiniMax counts as we do, or does not tell, or the price is not known.
     *
     * @param count the member that tells it
     */
    static @Nullable Told told(Job job, JsonNode count, PriceList prices) {
        Usd expected = job.order().estimate().amount();
        Usd billed = count.isIntegralNumber() ? prices.characters(job.order().model(), count.asInt()) : null;
        if (expected == null || billed == null || billed.equals(expected)) {
            return null;
        }
        String note = "MiniMax bills " + count.asInt() + " characters: about " + billed + ", where " + expected
                + " were expected.";
        return new Told(null, null, note, billed);
    }
}
