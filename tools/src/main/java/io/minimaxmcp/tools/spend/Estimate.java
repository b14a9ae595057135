package io.minimaxmcp.tools.spend;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.minimaxmcp.schemas.Usd;
import org.jspecify.annotations.Nullable;

/**
 * What a call is expected to cost.
 *
 * @param amount null when no price is documented
 * @param basis the sum in words: {@code 2 images x $0.0035 (list price of 2026-11-22)}
 */
public record Estimate(
        @JsonProperty("estimated_usd") @Nullable Usd amount, String basis) {

    public static Estimate unknown(String why) {
        return new Estimate(null, why);
    }

    public boolean known() {
        return amount != null;
    }
}
