package io.minimaxmcp.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class UsdTest {
    @Test
    void showsAtLeastCentsAndNeverLosesAFraction() {
        assertThat(Usd.of("0.28")).hasToString("$0.28");
        assertThat(Usd.of("0.0035")).hasToString("$0.0035");
        assertThat(Usd.of("3")).hasToString("$3.00");
        assertThat(Usd.of("1200")).hasToString("$1200.00");
    }

    @Test
    void roundsUpSoThatAnEstimateIsNeverTooLow() {
        Usd tokens = Usd.of(new BigDecimal("0.0000009"));

        assertThat(tokens.micros()).isEqualTo(1);
    }

    @Test
    void isAPlainNumberInJsonAndComesBackTheSame() throws Exception {
        String json = Json.MAPPER.writeValueAsString(Usd.of("0.56"));

        assertThat(json).isEqualTo("0.56");
        assertThat(Json.MAPPER.readValue(json, Usd.class)).isEqualTo(Usd.of("0.56"));
    }
}
