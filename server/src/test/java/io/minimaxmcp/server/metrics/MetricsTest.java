package io.minimaxmcp.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.minimaxmcp.server.mcp.CallReport;
import io.minimaxmcp.tools.job.JobStage;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.upstream.AttemptReport;
import io.minimaxmcp.tools.upstream.Lane;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private static final Duration TOOK = Duration.ofMillis(20);

    private final Metrics metrics = new Metrics();

    @Test
    void countsCallsByToolAndOutcome() {
        metrics.called(new CallReport("status", null, null, TOOK));
        metrics.called(new CallReport("status", null, Failure.of(ErrorKind.AUTH, "No.", "Set a key."), TOOK));

        assertThat(metrics.text())
                .contains("minimax_tool_calls_seconds_count{outcome=\"ok\",tool=\"status\"} 1")
                .contains("minimax_tool_calls_seconds_count{outcome=\"auth\",tool=\"status\"} 1")
                .contains("le=\"0.1\"");
    }

    @Test
    void countsWhatMiniMaxAnswersAndWhatIsSentAgain() {
        metrics.attempted(new AttemptReport("video_generation", Lane.VIDEO, 1, 200, "rate_limited", 1002, TOOK));
        metrics.attempted(new AttemptReport("video_generation", Lane.VIDEO, 2, 200, "ok", null, TOOK));

        assertThat(metrics.text())
                .contains("code=\"1002\",endpoint=\"video_generation\",outcome=\"rate_limited\",status=\"200\"")
                .contains("minimax_upstream_retries_total{endpoint=\"video_generation\"} 1.0");
    }

    @Test
    void tellsWhatIsJustNow() {
        metrics.watch(() -> 3, () -> 2, () -> Map.of(Lane.VIDEO, 7), () -> Map.of(JobStage.RUNNING, 5));

        assertThat(metrics.text())
                .contains("minimax_sessions 3.0")
                .contains("minimax_streams 2.0")
                .contains("minimax_lane_waiting{lane=\"video\"} 7.0")
                .contains("minimax_jobs{state=\"running\"} 5.0")
                .contains("minimax_jobs{state=\"queued\"} 0.0");
    }
}
