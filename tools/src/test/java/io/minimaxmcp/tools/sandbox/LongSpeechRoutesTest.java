package io.minimaxmcp.tools.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.schemas.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongSpeechRoutesTest {
    private static final String PATH = "/v1/t2a_async_v2";
    private static final String VOICE = "\"voice_setting\":{\"voice_id\":\"male-qn-qingse\"}";
    private final SandboxClient client =
            new SandboxClient(SandboxOptions.defaults().withTaskTime(Duration.ofSeconds(10)));

    @AfterEach
    void stop() {
        client.close();
    }

    @Test
    void becomesABundleThatIsLostAfterNineHours() {
        JsonNode task = client.post(PATH, body("\"text\":\"Once upon a time\"," + VOICE))
                .json();
        String first = status(task);
        client.clock.advance(Duration.ofSeconds(10));
        String second = status(task);

        SandboxClient.Reply bundle = client.get(
                "/v1/files/retrieve_content?file_id=" + task.path("file_id").asText());
        client.clock.advance(Duration.ofHours(9));

        assertThat(task.path("task_id").isTextual()).isTrue();
        assertThat(task.path("file_id").isIntegralNumber()).isTrue();
        assertThat(task.path("usage_characters").asInt()).isEqualTo(16);
        assertThat(first).isEqualTo("Processing");
        assertThat(second).isEqualTo("Success");
        assertThat(new String(bundle.body(), 257, 5, StandardCharsets.US_ASCII)).isEqualTo("ustar");
        assertThat(bundle.text()).contains(".mp3", ".titles", ".extra", "Once upon a time");
        assertThat(bundle.body().length % 512).isZero();
        assertThat(status(task)).isEqualTo("Expired");
    }

    /** Ideographs take three times as long as letters, and pauses as long as they say. */
    @Test
    void stampsSentencesWithTheTimeTheyTake() throws IOException {
        String text = "灯塔灯塔灯塔灯塔灯塔。Thirty letters are spoken here.<#4#>And thirty more follow the pause.";
        JsonNode task = client.post(
                        PATH,
                        body("\"text\":\"" + text
                                + "\",\"audio_setting\":{\"format\":\"pcm\",\"audio_sample_rate\":8000,\"channel\":1},"
                                + VOICE))
                .json();
        client.clock.advance(Duration.ofSeconds(10));
        String bundle = client.get("/v1/files/retrieve_content?file_id="
                        + task.path("file_id").asText())
                .text();

        String titles = bundle.substring(bundle.indexOf("[{\"text\""));
        JsonNode lines = Json.MAPPER.readTree(titles.substring(0, titles.indexOf("}]") + 2));
        JsonNode last = lines.get(lines.size() - 1);

        assertThat(lines.get(0).path("time_begin").asLong()).isZero();
        assertThat(lines.get(0).path("time_end").asLong()).isEqualTo(Math.round(31 * 1000 / 15.0));
        assertThat(last.path("time_end").asLong()).isEqualTo(Math.round((31 + 31 + 33) / 15.0 * 1000) + 4000);
        assertThat(bundle).contains("\"audio_length\":" + last.path("time_end").asLong());
    }

    @Test
    void readsAnUploadedText() {
        long file = client.upload(
                        "/v1/files/upload",
                        Map.of("purpose", "t2a_async_input"),
                        "book.txt",
                        "A whole book.".getBytes(StandardCharsets.UTF_8))
                .json()
                .at("/file/file_id")
                .asLong();

        JsonNode task = client.post(PATH, body("\"text_file_id\":" + file + "," + VOICE))
                .json();

        assertThat(task.path("usage_characters").asInt()).isEqualTo(13);
    }

    @Test
    void failsOnDemand() {
        JsonNode task = client.post(PATH, body("\"text\":\"[[sandbox:video-fail]] x\"," + VOICE))
                .json();
        client.clock.advance(Duration.ofSeconds(10));

        assertThat(status(task)).isEqualTo("Failed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                VOICE,
                "\"text\":\"x\"",
                "\"text\":\"x\",\"text_file_id\":17," + VOICE,
                "\"text_file_id\":17," + VOICE,
                "\"text\":\"x\",\"output_format\":\"url\"," + VOICE,
                "\"text\":\"x\",\"audio_setting\":{\"sample_rate\":32000}," + VOICE,
                "\"text\":\"x\",\"audio_setting\":{\"format\":\"opus\",\"audio_sample_rate\":32000}," + VOICE,
                "\"text\":\"x\",\"voice_modify\":{\"pitch\":1},\"audio_setting\":{\"format\":\"opus\"}," + VOICE
            })
    void refusesWhatTheReferenceDoesNotAllow(String fields) {
        assertThat(client.post(PATH, body(fields)).code()).isEqualTo(2013);
    }

    private String status(JsonNode task) {
        return client.get("/v1/query/t2a_async_query_v2?task_id="
                        + task.path("task_id").asText())
                .json()
                .path("status")
                .asText();
    }

    private static String body(String fields) {
        return "{\"model\":\"speech-2.8-hd\"," + fields + "}";
    }
}
