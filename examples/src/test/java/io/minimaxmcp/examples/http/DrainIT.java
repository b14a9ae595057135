package io.minimaxmcp.examples.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.tools.sandbox.Hold;
import io.minimaxmcp.tools.sandbox.Sandbox;
import io.minimaxmcp.tools.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is told to end while it works. */
class DrainIT {
    private static final long LARGER_THAN_ALL_BUFFERS = 10_000_000;
    private static final String QUERY = "/v1/query/video_generation";

    private final Sandbox minimax = Sandbox.start(SandboxOptions.defaults().withTaskTime(Duration.ofSeconds(1)))
            .toCompletableFuture()
            .join();

    @TempDir
    Path folder;

    @AfterEach
    void end() {
        minimax.close();
    }

    @Test
    void endsInTimeWithAnAnswerForWhoWaitsAndLeavesTheJobToTheNextStart() {
        Hold look = minimax.faults().hold(QUERY, Hold.At.ANSWER);
        try (HttpProcess server = new HttpProcess(folder, settings())) {
            Guest guest = new Guest(server.uri(), Map.of());
            CompletableFuture<HttpResponse<String>> call =
                    guest.begin("generate_video", "{'prompt':'a lighthouse','model':'MiniMax-Hailuo-02'}");
            look.reached().toCompletableFuture().orTimeout(60, TimeUnit.SECONDS).join();

            long told = System.nanoTime();
            server.terminate();
            HttpResponse<String> answer = call.orTimeout(60, TimeUnit.SECONDS).join();
            server.exit();

            assertThat(Guest.last(answer.body()).at("/error/message").asText()).contains("list_jobs");
            assertThat(Duration.ofNanos(System.nanoTime() - told)).isLessThan(Duration.ofSeconds(60));
        }
        Hold download = minimax.faults().hold("/media/", Hold.At.HALFWAY);
        look.release();

        // Over HTTP too, nobody has to ask for it.
        try (HttpProcess next = new HttpProcess(folder, settings())) {
            download.reached()
                    .toCompletableFuture()
                    .orTimeout(60, TimeUnit.SECONDS)
                    .join();
            download.release();
            Guest guest = new Guest(next.uri(), Map.of());
            String job = guest.call("list_jobs", "{}")
                    .at("/structuredContent/jobs/0/job_id")
                    .asText();
            JsonNode made = guest.call("get_job", "{'job_id':'" + job + "','wait_seconds':100}");

            assertThat(made.at("/structuredContent/status").asText()).isEqualTo("succeeded");
            assertThat(minimax.requests().count("POST", "/v1/video_generation")).isOne();
        }
    }

    @Test
    void aDownloadThatIsUnderWayIsFinished() throws IOException {
        try (HttpProcess server = new HttpProcess(folder, settings())) {
            Guest guest = new Guest(server.uri(), Map.of());
            JsonNode sound = guest.call(
                            "generate_speech",
                            "{'text':'" + "A long story. ".repeat(300) + "','output_format':'wav','sample_rate':44100}")
                    .at("/structuredContent/artifacts/0");
            HttpResponse<InputStream> download =
                    guest.open(URI.create(sound.path("url").asText()));
            assertThat(download.body().read()).isNotNegative();

            server.terminate();
            long farewell = System.nanoTime() + TimeUnit.SECONDS.toNanos(4);
            while (System.nanoTime() < farewell) {
                Thread.onSpinWait(); // on a slow line
            }
            long rest = download.body().transferTo(OutputStream.nullOutputStream());
            server.exit();

            assertThat(1 + rest).isEqualTo(sound.path("bytes").asLong()).isGreaterThan(LARGER_THAN_ALL_BUFFERS);
        }
    }

    private Map<String, String> settings() {
        return new HashMap<>(Map.of(
                "MINIMAX_API_KEY", "sk-api-drain",
                "MINIMAX_API_HOST", minimax.host().toString(),
                "MINIMAX_MCP_RESULT_MODE", "file",
                "MINIMAX_MCP_POLL_SECONDS", "1",
                "MINIMAX_MCP_WAIT_SECONDS", "120"));
    }
}
