package io.minimaxmcp.tools.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImageRoutesTest {
    private static final String PATH = "/v1/image_generation";
    private SandboxClient client;

    @BeforeAll
    void start() {
        client = new SandboxClient();
    }

    @AfterAll
    void stop() {
        client.close();
    }

    @ParameterizedTest
    @CsvSource({"'', 1024, 1024", "'\"aspect_ratio\":\"21:9\",', 1344, 576", "'\"width\":512,\"height\":640,', 512, 640"
    })
    void makesPicturesOfExactlyTheSizeAskedFor(String size, int width, int height) throws IOException {
        String body = "{\"model\":\"image-01\"," + size + "\"prompt\":\"a lighthouse\",\"response_format\":\"base64\"}";

        SandboxClient.Reply reply = client.post(PATH, body);

        BufferedImage image = decode(Base64.getDecoder()
                .decode(reply.json().at("/data/image_base64/0").asText()));
        assertThat(image.getWidth()).isEqualTo(width);
        assertThat(image.getHeight()).isEqualTo(height);
    }

    @Test
    void linksExpireAfterADay() throws IOException {
        SandboxClient.Reply reply = client.post(PATH, "{\"model\":\"image-01\",\"prompt\":\"a fox\",\"n\":2}");
        String url = reply.json().at("/data/image_urls/1").asText();

        SandboxClient.Reply fresh = client.as("").get(url);
        client.clock.advance(Duration.ofHours(24));
        SandboxClient.Reply late = client.as("").get(url);

        assertThat(url).startsWith(client.host() + "/media/").endsWith(".jpeg");
        assertThat(decode(fresh.body()).getWidth()).isEqualTo(1024);
        assertThat(late.status()).isEqualTo(403);
    }

    @Test
    void countsAreStringsAndBlockedPicturesAreMissing() {
        SandboxClient.Reply reply =
                client.post(PATH, "{\"model\":\"image-01\",\"prompt\":\"two foxes [[sandbox:blocked=1]]\",\"n\":3}");

        assertThat(reply.json().at("/data/image_urls")).hasSize(2);
        assertThat(reply.json().at("/metadata/success_count").isTextual()).isTrue();
        assertThat(reply.json().at("/metadata/failed_count").asText()).isEqualTo("1");
        assertThat(reply.headers().firstValue("Trace-Id")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"prompt\":\"x\"}",
                "{\"model\":\"image-02\",\"prompt\":\"x\"}",
                "{\"model\":\"image-01\"}",
                "{\"model\":\"image-01\",\"prompt\":\" \"}",
                "{\"model\":\"image-01\",\"prompt\":7}",
                "{\"model\":\"image-01\",\"prompt\":\"x\",\"n\":10}",
                "{\"model\":\"image-01\",\"prompt\":\"x\",\"n\":\"2\"}",
                "{\"model\":\"image-01\",\"prompt\":\"x\",\"aspect_ratio\":\"5:4\"}",
                "{\"model\":\"image-01\",\"prompt\":\"x\",\"width\":512}",
                "{\"model\":\"image-01\",\"prompt\":\"x\",\"width\":513,\"height\":512}",
                "{\"model\":\"image-01\",\"prompt\":\"x\",\"width\":2056,\"height\":512}",
                "{\"model\":\"image-01-live\",\"prompt\":\"x\",\"width\":512,\"height\":512}",
                "{\"model\":\"image-01-live\",\"prompt\":\"x\",\"aspect_ratio\":\"21:9\"}",
                "{\"model\":\"image-01\",\"prompt\":\"x\",\"style\":{\"style_type\":\"漫画\"}}",
                "{\"model\":\"image-01\",\"prompt\":\"x\",\"negative_prompt\":\"y\"}",
                "{\"model\":\"image-01\",\"prompt\":\"x\",\"response_format\":\"png\"}",
                "{\"model\":\"image-01\",\"prompt\":\"x\",\"subject_reference\":[]}",
                "{\"model\":\"image-01\",\"prompt\":\"x\",\"subject_reference\":"
                        + "[{\"type\":\"character\",\"image_file\":\"https://a.example/a.jpg\",\"weight\":0.8}]}",
                "{\"model\":\"image-01\",\"prompt\":\"x\",\"subject_reference\":"
                        + "[{\"type\":\"character\",\"image_file\":\"/tmp/a.jpg\"}]}",
                "{\"model\":\"image-01\",\"prompt\":\"x\",\"subject_reference\":"
                        + "[{\"type\":\"character\",\"image_file\":\"data:image/jpeg;base64,aGVsbG8=\"}]}",
                "[]",
                "{\"model\":"
            })
    void refusesWhatTheReferenceDoesNotAllow(String body) {
        long takenBefore = client.sandbox.taken(PATH);

        SandboxClient.Reply reply = client.post(PATH, body);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.code()).isEqualTo(2013);
        assertThat(reply.words()).startsWith("invalid params: ");
        assertThat(client.sandbox.taken(PATH)).isEqualTo(takenBefore);
    }

    @Test
    void takesASubjectAndIgnoresTheSizeBesideARatio() {
        SandboxClient.Reply reply = client.post(
                PATH,
                "{\"model\":\"image-01\",\"prompt\":\"x\",\"width\":512,\"aspect_ratio\":\"1:1\",\"subject_reference\":"
                        + "[{\"type\":\"character\",\"image_file\":\"https://a.example/a.jpg\"}]}");

        assertThat(reply.code()).isZero();
    }

    @Test
    void theDialectOfTheBriefGivesASubjectAWeight() {
        try (SandboxClient brief =
                new SandboxClient(SandboxOptions.defaults().withDialect(SandboxOptions.Dialect.REFERENCE))) {
            SandboxClient.Reply reply = brief.post(
                    PATH,
                    "{\"model\":\"image-01\",\"prompt\":\"A girl\",\"aspect_ratio\":\"16:9\",\"n\":2,"
                            + "\"response_format\":\"url\",\"prompt_optimizer\":true,\"subject_reference\":"
                            + "[{\"type\":\"character\",\"image_file\":\"https://a.example/a.jpg\",\"weight\":0.8}]}");

            assertThat(reply.code()).isZero();
        }
    }

    private static BufferedImage decode(byte[] bytes) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
        assertThat(image).isNotNull();
        return image;
    }
}
