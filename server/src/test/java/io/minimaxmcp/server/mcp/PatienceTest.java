package io.minimaxmcp.server.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatienceTest {

    @ParameterizedTest
    @CsvSource({
        "claude-code, 170",
        "Claude-Code, 170",
        "codex-mcp-client, 50",
        "claude-ai, 50",
        "minimax-mcp, 1800",
        "'', 50",
        ", 50",
    })
    void waitsAsLongAsTheClientIsKnownToAllow(@Nullable String client, int seconds) {
        assertThat(new Patience(null).with(client)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void obeysTheSettingForEveryClient() {
        assertThat(new Patience(Duration.ofSeconds(5)).with("claude-code")).isEqualTo(Duration.ofSeconds(5));
    }
}
