package io.minimaxmcp.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonTest {
    record Clip(String jobId, Instant createdAt, @Nullable Integer durationMs) {}

    @Test
    void bindsSnakeCaseAndLeavesOutWhatIsNull() throws JsonProcessingException {
        Clip clip = new Clip("j1", Instant.parse("2026-11-23T10:00:00Z"), null);

        String json = Json.MAPPER.writeValueAsString(clip);

        assertThat(json).isEqualTo("{\"job_id\":\"j1\",\"created_at\":\"2026-11-23T10:00:00Z\"}");
        assertThat(Json.MAPPER.readValue(json, Clip.class)).isEqualTo(clip);
    }

    @Test
    void passesOverWhatItDoesNotKnow() throws JsonProcessingException {
        String json = "{\"job_id\":\"j1\",\"created_at\":\"2026-11-23T10:00:00Z\",\"new_member\":1}";

        assertThat(Json.MAPPER.readValue(json, Clip.class).jobId()).isEqualTo("j1");
    }

    @Test
    void keepsDecimalsExactAndPlain() throws JsonProcessingException {
        assertThat(Json.MAPPER.readTree("0.0035").decimalValue()).isEqualTo("0.0035");
        assertThat(Json.MAPPER.writeValueAsString(new BigDecimal("1E+3"))).isEqualTo("1000");
    }

    @Test
    void writesTheSameBytesWhateverTheOrderOfAMap() throws JsonProcessingException {
        Map<String, Integer> map = new HashMap<>(Map.of("pitch", 1, "emotion", 2, "voice", 3, "rate", 4));

        assertThat(Json.MAPPER.writeValueAsString(map)).isEqualTo("{\"emotion\":2,\"pitch\":1,\"rate\":4,\"voice\":3}");
    }

    @Test
    void saysWhichTimeItCouldNotRead() {
        assertThatThrownBy(() -> Json.MAPPER.readValue("\"yesterday\"", Instant.class))
                .isInstanceOf(InvalidFormatException.class)
                .hasMessageContaining("yesterday");
    }
}
