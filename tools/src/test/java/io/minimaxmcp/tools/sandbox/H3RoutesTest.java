package io.minimaxmcp.tools.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class H3RoutesTest {
    private static final String PATH = "/v2/video_generation";
    private static final String TEXT = "{\"type\":\"text\",\"text\":\"A cat turns its head.\"}";
    private static final String FIRST = image("first_frame");
    private final SandboxClient client =
            new SandboxClient(SandboxOptions.defaults().withTaskTime(Duration.ofSeconds(100)));

    @AfterEach
    void stop() {
        client.close();
    }

    @Test
    void goesFromQueuedToAVideoWithAFreshLinkAtEachLook() {
        String id = created(TEXT + "," + FIRST);
        JsonNode queued = look(id);
        client.clock.advance(Duration.ofSeconds(30));
        JsonNode running = look(id);
        client.clock.advance(Duration.ofSeconds(70));
        JsonNode done = look(id);

        SandboxClient.Reply video = client.as("").get(done.at("/content/url").asText());

        assertThat(queued.path("status").asText()).isEqualTo("queued");
        assertThat(queued.path("usage")).isEmpty();
        assertThat(running.path("status").asText()).isEqualTo("running");
        assertThat(done.path("status").asText()).isEqualTo("succeeded");
        assertThat(done.path("ratio").asText()).isEqualTo("adaptive");
        assertThat(done.at("/usage/output_seconds").asInt()).isEqualTo(5);
        assertThat(done.at("/usage/input_image_count").asInt()).isEqualTo(1);
        assertThat(SoundLength.seconds(video.body())).isEqualTo(5);
        assertThat(look(id).at("/content/url").asText())
                .isNotEqualTo(done.at("/content/url").asText());
    }

    @Test
    void saysNoWithHttpStatusesAndTheNumberAtTheEnd() {
        SandboxClient.Reply noKey = client.as("").post(PATH, body(TEXT));
        SandboxClient.Reply poor = client.post(PATH, body("{\"type\":\"text\",\"text\":\"[[sandbox:1008]]\"}"));
        SandboxClient.Reply throttled = client.post(PATH, body("{\"type\":\"text\",\"text\":\"[[sandbox:1002]]\"}"));
        SandboxClient.Reply wrong = client.post(PATH, "{}");

        assertThat(noKey.status()).isEqualTo(401);
        assertThat(noKey.json().at("/error/type").asText()).isEqualTo("authorized_error");
        assertThat(poor.status()).isEqualTo(402);
        assertThat(poor.json().at("/error/message").asText()).endsWith("(1008)");
        assertThat(throttled.status()).isEqualTo(429);
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().at("/error/http_code").asText()).isEqualTo("400");
        assertThat(wrong.json().path("request_id").asText()).isNotBlank();
    }

    @Test
    void theOneVerbCancelsDeletesOrRefuses() {
        String queued = created(TEXT + "," + FIRST);
        JsonNode cancelled = client.delete(PATH + "/" + queued).json();
        SandboxClient.Reply again = client.delete(PATH + "/" + queued);
        String other = created(TEXT + "," + FIRST);
        client.clock.advance(Duration.ofSeconds(50));
        SandboxClient.Reply whileRunning = client.delete(PATH + "/" + other);
        client.clock.advance(Duration.ofSeconds(50));
        JsonNode deleted = client.delete(PATH + "/" + other).json();

        assertThat(cancelled.path("action").asText()).isEqualTo("cancelled");
        assertThat(look(queued).path("status").asText()).isEqualTo("cancelled");
        assertThat(again.status()).isEqualTo(400);
        assertThat(whileRunning.status()).isEqualTo(400);
        assertThat(deleted.path("action").asText()).isEqualTo("deleted");
        assertThat(client.get("/v2/query/video_generation/" + other).status()).isEqualTo(400);
    }

    @Test
    void listsWhatIsAskedForNewestFirst() {
        String first = created(TEXT + "," + FIRST);
        client.clock.advance(Duration.ofSeconds(100));
        String second = created(TEXT + "," + FIRST);

        JsonNode all = list("");
        JsonNode page = list("?page_num=2&page_size=1");
        JsonNode done = list("?filter.status=succeeded");
        JsonNode some = list("?filter.task_ids=" + first + "&filter.task_ids=1");

        assertThat(all.at("/items").findValuesAsText("id")).containsExactly(second, first);
        assertThat(page.at("/items").findValuesAsText("id")).containsExactly(first);
        assertThat(page.path("total").asInt()).isEqualTo(2);
        assertThat(done.at("/items").findValuesAsText("id")).containsExactly(first);
        assertThat(some.at("/items").findValuesAsText("id")).containsExactly(first);
        assertThat(client.get("/v2/query/video_generation?page_num=x").status()).isEqualTo(400);
    }

    @Test
    void forgetsTasksAfterAWeek() {
        String id = created(TEXT + "," + FIRST);
        client.clock.advance(Duration.ofDays(7).plusSeconds(1));

        SandboxClient.Reply reply = client.get("/v2/query/video_generation/" + id);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().at("/error/message").asText()).contains("invalid task_id");
        assertThat(list("").path("items")).isEmpty();
    }

    @Test
    void tasksEndBadlyOnDemand() {
        String failing = created("{\"type\":\"text\",\"text\":\"[[sandbox:video-fail]]\"}," + FIRST);
        String expiring = created("{\"type\":\"text\",\"text\":\"[[sandbox:video-expire]]\"}," + FIRST);
        client.clock.advance(Duration.ofSeconds(100));

        assertThat(look(failing).path("status").asText()).isEqualTo("failed");
        assertThat(look(failing).at("/error/code").isTextual()).isTrue();
        assertThat(look(expiring).path("status").asText()).isEqualTo("expired");
    }

    @Test
    void enhancesPromptsAndRegenerates() {
        String enhancement = client.post(
                        "/v2/h3_context_ir",
                        "{\"model\":\"MiniMax-H3\",\"duration\":5,\"ratio\":\"16:9\",\"content\":[" + TEXT + "]}")
                .json()
                .path("task_id")
                .asText();
        String source = created(TEXT + "," + FIRST);
        String early = regenerate(source).json().at("/error/message").asText();
        client.clock.advance(Duration.ofSeconds(100));
        String regenerated = regenerate(source).json().path("task_id").asText();
        client.clock.advance(Duration.ofSeconds(100));

        assertThat(look(enhancement).at("/content/prompt").asText()).contains("A cat turns its head.");
        assertThat(look(enhancement).path("modality").asText()).isEqualTo("text");
        assertThat(early).contains("succeeded");
        assertThat(look(regenerated).path("resolution").asText()).isEqualTo("2K");
        assertThat(look(regenerated).path("task_type").asText()).isEqualTo("regeneration");
    }

    @Test
    void takesUploadedFilesAndOnlyThose() {
        String url = "{\"type\":\"image_url\",\"image_url\":{\"url\":\"mm_file://17\"}}";

        assertThat(client.post(PATH, body(TEXT + "," + url)).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "MiniMax-H3, 768P, 4, 200",
        "MiniMax-H3, 2K, 15, 200",
        "MiniMax-H3, 480P, 5, 400",
        "MiniMax-H3, 768P, 3, 400",
        "MiniMax-H3, 768P, 16, 400",
        "MiniMax-H3-Max, 480P, 5, 200",
        "MiniMax-H3-Max, 768P, 15, 200",
        "MiniMax-H3-Max, 2K, 5, 400",
        "MiniMax-H3-Max, 768P, 4, 400",
        "MiniMax-Hailuo-2.3, 768P, 6, 400"
    })
    void keepsToTheMatrix(String model, String resolution, int seconds, int status) {
        String body = "{\"model\":\"" + model + "\",\"resolution\":\"" + resolution + "\",\"duration\":" + seconds
                + ",\"ratio\":\"16:9\",\"content\":[" + TEXT + "]}";

        assertThat(client.post(PATH, body).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"image_url\",\"image_url\":{\"url\":\"https://a.example/a.jpg\"}}",
                TEXT + "," + TEXT,
                "{\"type\":\"text\",\"text\":\" \"}",
                "{\"type\":\"text\",\"text\":\"x\",\"role\":\"first_frame\"}",
                TEXT + ",{\"type\":\"image_url\",\"image_url\":\"https://a.example/a.jpg\"}",
                TEXT + ",{\"type\":\"image_url\",\"video_url\":{\"url\":\"https://a.example/a.jpg\"}}",
                TEXT + ",{\"type\":\"audio_url\",\"role\":\"reference_audio\","
                        + "\"audio_url\":{\"url\":\"https://a.example/a.mp3\"}}"
            })
    void refusesContentThatDoesNotFit(String content) {
        assertThat(client.post(PATH, body(content)).status()).isEqualTo(400);
    }

    @Test
    void framesAndReferencesDoNotMixAndHaveTheirNumbers() {
        assertThat(client.post(PATH, body(TEXT + "," + FIRST + "," + image("reference_image")))
                        .status())
                .isEqualTo(400);
        assertThat(client.post(PATH, body(TEXT + "," + FIRST + "," + FIRST)).status())
                .isEqualTo(400);
        assertThat(client.post(PATH, body(TEXT + "," + FIRST + "," + image("last_frame")))
                        .status())
                .isEqualTo(200);
        assertThat(client.post(PATH, body(TEXT + ("," + image("reference_image")).repeat(9)))
                        .status())
                .isEqualTo(200);
        assertThat(client.post(PATH, body(TEXT + ("," + image("reference_image")).repeat(10)))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void textAloneNeedsARatio() {
        String body = "{\"model\":\"MiniMax-H3\",\"resolution\":\"768P\",\"duration\":5,\"content\":[" + TEXT + "]";

        assertThat(client.post(PATH, body + "}").status()).isEqualTo(400);
        assertThat(client.post(PATH, body + ",\"ratio\":\"adaptive\"}").status())
                .isEqualTo(400);
        assertThat(client.post(PATH, body + ",\"ratio\":\"16:9\"}").status()).isEqualTo(200);
    }

    private SandboxClient.Reply regenerate(String source) {
        return client.post(
                "/v2/video_regeneration",
                "{\"model\":\"MiniMax-H3\",\"resolution\":\"2K\",\"source_task_id\":\"" + source + "\"}");
    }

    private String created(String content) {
        return client.post(PATH, body(content)).json().path("task_id").asText();
    }

    private JsonNode look(String id) {
        return client.get("/v2/query/video_generation/" + id).json().path("task");
    }

    private JsonNode list(String query) {
        return client.get("/v2/query/video_generation" + query).json();
    }

    private static String body(String content) {
        return "{\"model\":\"MiniMax-H3\",\"resolution\":\"768P\",\"duration\":5,\"content\":[" + content + "]}";
    }

    private static String image(String role) {
        return "{\"type\":\"image_url\",\"role\":\"" + role + "\",\"image_url\":{\"url\":\"https://a.example/a.jpg\"}}";
    }
}
