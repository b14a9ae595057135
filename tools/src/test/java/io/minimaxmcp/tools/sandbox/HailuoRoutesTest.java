package io.minimaxmcp.tools.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minimaxmcp.tools.sandbox.studio.Picture;
import io.minimaxmcp.tools.sandbox.studio.PictureSpec;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HailuoRoutesTest {
    private static final String PATH = "/v1/video_generation";
    private static final String FRAME = "\"first_frame_image\":\"https://a.example/a.jpg\"";
    private SandboxClient client;

    @BeforeAll
    void start() {
        client = new SandboxClient(SandboxOptions.defaults().withTaskTime(Duration.ofSeconds(100)));
    }

    @AfterAll
    void stop() {
        client.close();
    }

    @Test
    void goesThroughEveryStateToAVideoThatPlays() {
        String task = create("\"model\":\"MiniMax-Hailuo-2.3\",\"prompt\":\"A dancer\"")
                .json()
                .path("task_id")
                .asText();
        String preparing = status(task);
        client.clock.advance(Duration.ofSeconds(10));
        String queueing = status(task);
        client.clock.advance(Duration.ofSeconds(20));
        String processing = status(task);
        client.clock.advance(Duration.ofSeconds(70));
        SandboxClient.Reply done = look(task);

        SandboxClient.Reply file = client.get(
                "/v1/files/retrieve?file_id=" + done.json().path("file_id").asText());
        SandboxClient.Reply video =
                client.as("").get(file.json().at("/file/download_url").asText());

        assertThat(Long.parseLong(task)).isGreaterThan(1L << 53);
        assertThat(new String[] {preparing, queueing, processing})
                .containsExactly("Preparing", "Queueing", "Processing");
        assertThat(done.json().path("status").asText()).isEqualTo("Success");
        assertThat(done.json().path("file_id").isTextual()).isTrue();
        assertThat(done.json().path("video_width").asInt()).isEqualTo(1366);
        assertThat(video.body()).hasSize(file.json().at("/file/bytes").asInt());
        assertThat(SoundLength.seconds(video.body())).isEqualTo(6);
    }

    @Test
    void aLinkOpensForAnHourAndIsMintedAnewOnRequest() {
        String file = finished("\"model\":\"T2V-01\",\"prompt\":\"A dancer\"");
        String first = link(file);
        client.clock.advance(Duration.ofHours(1));

        assertThat(client.get(first).status()).isEqualTo(403);
        assertThat(client.get(link(file)).status()).isEqualTo(200);
    }

    @Test
    void linksMayExpireEarlyAndDownloadsFail() {
        String file =
                finished("\"model\":\"T2V-01\",\"prompt\":\"[[sandbox:link-expired=1]] [[sandbox:download-fail=1]]\"");

        assertThat(client.get(link(file)).status()).isEqualTo(403);
        String fresh = link(file);
        assertThatThrownBy(() -> client.get(fresh)).isInstanceOf(SandboxClient.ConnectionDied.class);
        assertThat(client.get(fresh).status()).isEqualTo(200);
    }

    @Test
    void aFailedTaskSaysWhy() {
        String task = create("\"model\":\"T2V-01\",\"prompt\":\"[[sandbox:video-fail=1026]]\"")
                .json()
                .path("task_id")
                .asText();
        client.clock.advance(Duration.ofSeconds(100));

        SandboxClient.Reply reply = look(task);

        assertThat(reply.json().path("status").asText()).isEqualTo("Fail");
        assertThat(reply.code()).isEqualTo(1026);
    }

    @Test
    void tasksAreSeenByTheirOwnAccountOnly() {
        String task = create("\"model\":\"T2V-01\",\"prompt\":\"A dancer\"")
                .json()
                .path("task_id")
                .asText();

        assertThat(client.as("sk-api-other")
                        .get("/v1/query/video_generation?task_id=" + task)
                        .code())
                .isEqualTo(2013);
        assertThat(client.get("/v1/query/video_generation").code()).isEqualTo(2013);
    }

    @ParameterizedTest
    @CsvSource({
        "MiniMax-Hailuo-2.3, 768P, 6, ok, ok, no",
        "MiniMax-Hailuo-2.3, 768P, 10, ok, ok, no",
        "MiniMax-Hailuo-2.3, 1080P, 6, ok, ok, no",
        "MiniMax-Hailuo-2.3, 1080P, 10, no, no, no",
        "MiniMax-Hailuo-2.3, 512P, 6, no, no, no",
        "MiniMax-Hailuo-2.3, 720P, 6, no, no, no",
        "MiniMax-Hailuo-2.3-Fast, 768P, 10, no, ok, no",
        "MiniMax-Hailuo-02, 512P, 10, no, ok, no",
        "MiniMax-Hailuo-02, 768P, 10, ok, ok, ok",
        "MiniMax-Hailuo-02, 1080P, 6, ok, ok, ok",
        "MiniMax-Hailuo-02, 1080P, 10, no, no, no",
        "MiniMax-Hailuo-02, 768P, 7, no, no, no",
        "T2V-01, 720P, 6, ok, no, no",
        "T2V-01-Director, 1080P, 6, no, no, no",
        "I2V-01-live, 720P, 6, no, ok, no",
        "S2V-01, 720P, 6, no, no, no",
        "music-2.6, 720P, 6, no, no, no"
    })
    void keepsToTheMatrix(String model, String resolution, int seconds, String text, String image, String frames) {
        String fields = "\"model\":\"" + model + "\",\"prompt\":\"x\",\"resolution\":\"" + resolution
                + "\",\"duration\":" + seconds;

        assertThat(verdict(fields)).isEqualTo(text);
        assertThat(verdict(fields + "," + FRAME)).isEqualTo(image);
        assertThat(verdict(fields + "," + FRAME + ",\"last_frame_image\":\"https://a.example/b.png\""))
                .isEqualTo(frames);
    }

    @Test
    void aSubjectIsOnePictureAndKnowsNoSizes() {
        String subject =
                "\"model\":\"S2V-01\",\"prompt\":\"x\",\"subject_reference\":[{\"type\":\"character\",\"image\":";

        assertThat(verdict(subject + "[\"https://a.example/a.jpg\"]}]")).isEqualTo("ok");
        assertThat(verdict(subject + "\"https://a.example/a.jpg\"}]")).isEqualTo("no");
        assertThat(verdict(subject + "[]}]")).isEqualTo("no");
        assertThat(verdict(subject + "[\"https://a.example/a.jpg\"]}],\"duration\":6"))
                .isEqualTo("no");
    }

    @ParameterizedTest
    @CsvSource({"640, 480, ok", "300, 400, no", "1000, 320, no"})
    void looksAtTheFramesItIsGiven(int width, int height, String verdict) {
        byte[] picture = Picture.render(new PictureSpec(width, height, "x", 1, PictureSpec.Format.PNG));
        String data = "data:image/png;base64," + Base64.getEncoder().encodeToString(picture);

        assertThat(verdict("\"model\":\"I2V-01\",\"first_frame_image\":\"" + data + "\""))
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"prompt\":\"x\"",
                "\"model\":\"MiniMax-Hailuo-2.3\"",
                "\"model\":\"MiniMax-Hailuo-2.3\",\"prompt\":\"x\",\"duration\":\"6\"",
                "\"model\":\"MiniMax-Hailuo-2.3\",\"prompt\":\"x\",\"aspect_ratio\":\"16:9\"",
                "\"model\":\"MiniMax-Hailuo-2.3\",\"prompt\":\"x\",\"resolution\":\"1080p\"",
                "\"model\":\"I2V-01\",\"first_frame_image\":\"file:///tmp/a.png\"",
                "\"model\":\"T2V-01\",\"prompt\":\"x\",\"fast_pretreatment\":true"
            })
    void refusesWhatTheReferenceDoesNotAllow(String fields) {
        assertThat(create(fields).code()).isEqualTo(2013);
    }

    private String verdict(String fields) {
        return create(fields).code() == 0 ? "ok" : "no";
    }

    private SandboxClient.Reply create(String fields) {
        return client.post(PATH, "{" + fields + "}");
    }

    private String finished(String fields) {
        String task = create(fields).json().path("task_id").asText();
        client.clock.advance(Duration.ofSeconds(100));
        return look(task).json().path("file_id").asText();
    }

    private String link(String file) {
        return client.get("/v1/files/retrieve?file_id=" + file)
                .json()
                .at("/file/download_url")
                .asText();
    }

    private String status(String task) {
        return look(task).json().path("status").asText();
    }

    private SandboxClient.Reply look(String task) {
        return client.get("/v1/query/video_generation?task_id=" + task);
    }
}
