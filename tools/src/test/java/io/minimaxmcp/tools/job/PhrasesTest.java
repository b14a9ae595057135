package io.minimaxmcp.tools.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhrasesTest {
    @ParameterizedTest
    @CsvSource({
        "40, 0 s",
        "400, 0.4 s",
        "9950, 9.9 s",
        "35000, 35 s",
        "120000, 2 min",
        "125000, 2 min 5 s",
        "4200000, 1 h 10 min",
        "7200000, 2 h"
    })
    void saysTimesAsPeopleDo(long millis, String said) {
        assertThat(Phrases.time(Duration.ofMillis(millis))).isEqualTo(said);
    }

    @Test
    void cutsTextsByTheirBytesAndNeverThroughACharacter() {
        String foxes = "🦊".repeat(300);

        String cut = Phrases.within(1000, foxes);

        assertThat(cut.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(990, 1000);
        assertThat(cut).endsWith("🦊…");
        assertThat(Phrases.within(1200, foxes)).isEqualTo(foxes);
    }
}
