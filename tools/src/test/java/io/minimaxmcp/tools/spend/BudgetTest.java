package io.minimaxmcp.tools.spend;

import static org.assertj.core.api.Assertions.assertThat;

import io.minimaxmcp.schemas.Usd;
import io.minimaxmcp.tools.spend.Budget.Mode;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private static final Estimate CHEAP = new Estimate(Usd.of("0.10"), "1 thing");
    private static final Estimate DEAR = new Estimate(Usd.of("0.30"), "3 things");
    private static final Estimate UNPRICED = Estimate.unknown("no price is published");
    private static final Usd LIMIT = Usd.of("0.20");

    @Test
    void enforcesTheLimitOfACall() {
        var budget = new Budget(Mode.ENFORCE, null, LIMIT, null);

        assertThat(budget.refusal(CHEAP)).isEmpty();
        assertThat(budget.refusal(DEAR))
                .hasValueSatisfying(
                        refusal -> assertThat(refusal.message()).contains("$0.30", "3 things", "$0.20", "not sent"));
        assertThat(budget.refusal(UNPRICED)).isPresent();
    }

    @Test
    void refusesAndWarnsOfNothingWhenItIsOff() {
        var budget = new Budget(Mode.OFF, LIMIT, LIMIT, LIMIT);

        assertThat(budget.refusal(DEAR)).isEmpty();
        assertThat(budget.warnings(DEAR, Usd.of("0.30"))).isEmpty();
        assertThat(budget.asksFor(DEAR)).isFalse();
        assertThat(budget.enforcedDay()).isNull();
    }

    @Test
    void warnsOfEachLimitThatIsPassed() {
        var budget = new Budget(Mode.WARN, LIMIT, LIMIT, null);

        assertThat(budget.refusal(DEAR)).isEmpty();
        assertThat(budget.warnings(CHEAP, LIMIT)).isEmpty();
        assertThat(budget.warnings(DEAR, Usd.of("0.40"))).hasSize(2);
        assertThat(budget.warnings(UNPRICED, Usd.ZERO))
                .singleElement()
                .asString()
                .contains("unknown");
    }

    @Test
    void hasNothingAgainstUnknownPricesWithoutALimit() {
        assertThat(new Budget(Mode.ENFORCE, null, null, null).refusal(UNPRICED)).isEmpty();
    }

    @Test
    void asksAboveTheThresholdAndWhenThePriceIsUnknown() {
        var budget = new Budget(Mode.ENFORCE, null, null, LIMIT);

        assertThat(budget.asksFor(CHEAP)).isFalse();
        assertThat(budget.asksFor(DEAR)).isTrue();
        assertThat(budget.asksFor(UNPRICED)).isTrue();
    }
}
