package io.minimaxmcp.examples.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsIT {
    @TempDir
    Path folder;

    @Test
    void tellsOfCallsJobsAndMoneyOnAPortOfTheirOwn() {
        try (HttpProcess server = new HttpProcess(folder, Map.of(), "--sandbox", "--metrics-port", "0")) {
            Guest guest = new Guest(server.uri(), Map.of());
            guest.call("generate_speech", "{'text':'good evening','request_id':'one'}");
            guest.call("generate_speech", "{'text':'good evening','request_id':'one'}");
            guest.call("get_job", "{'job_id':'none'}");
            URI metrics = URI.create(server.line("metrics are on ").replaceFirst(".* ", ""));

            HttpResponse<String> figures = guest.send(HttpRequest.newBuilder(metrics));
            HttpResponse<String> elsewhere =
                    guest.send(HttpRequest.newBuilder(server.uri().resolve("/metrics")));
            HttpResponse<String> foreign =
                    guest.send(HttpRequest.newBuilder(metrics).header("Origin", "https://evil.example"));

            assertThat(figures.body())
                    .contains("minimax_tool_calls_seconds_count{outcome=\"ok\",tool=\"generate_speech\"} 2")
                    .contains("minimax_tool_calls_seconds_count{outcome=\"not_found\",tool=\"get_job\"} 1")
                    .contains("minimax_jobs_finished_total{kind=\"speech\",status=\"succeeded\"} 1.0")
                    .contains("minimax_jobs_deduplicated_total{tool=\"generate_speech\"} 1.0")
                    .containsPattern("minimax_spend_usd_total\\{kind=\"speech\"} 0\\.0")
                    .containsPattern("minimax_upstream_requests_seconds_count\\{.*outcome=\"ok\",status=\"200\"} [1-9]")
                    .contains("minimax_sessions 1.0")
                    .contains("minimax_jobs{state=\"running\"} 0.0")
                    .contains("minimax_lane_waiting{lane=\"speech\"} 0.0")
                    .doesNotContain("good evening");
            assertThat(elsewhere.statusCode()).isEqualTo(404);
            assertThat(foreign.statusCode()).isEqualTo(403);
        }
    }
}
