package io.minimaxmcp.tools.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Videos have the shape that was asked for, or that of the pictures they were made from. */
class VideoShapesTest {
    private static SandboxClient client;

    @BeforeAll
    static void start() {
        client = new SandboxClient(SandboxOptions.defaults().withTaskTime(Duration.ZERO));
    }

    @AfterAll
    static void stop() {
        client.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"21:9", "16:9", "4:3", "1:1", "3:4", "9:16"})
    void areOfTheRatioAskedFor(String ratio) {
        String[] sides = ratio.split(":", 2);
        for (String resolution : new String[] {"768P", "2K"}) {
            FilmFacts film = h3("'resolution':'" + resolution + "','ratio':'" + ratio + "'", "");

            assertThat(film.size().ratio())
                    .isCloseTo(Double.parseDouble(sides[0]) / Double.parseDouble(sides[1]), within(0.03));
        }
    }

    @ParameterizedTest
    @CsvSource({"320, 640, 384, 768", "600, 600, 768, 768", "900, 400, 1344, 598"})
    void areShapedLikeTheirFirstFrame(int width, int height, int shownWidth, int shownHeight) {
        FilmFacts film = h3(
                "'resolution':'768P','ratio':'1:1'",
                ",{'type':'image_url','image_url':{'url':'${image " + width + " " + height + "}'}}");

        assertThat(film.size()).isEqualTo(new PictureSize(shownWidth, shownHeight));
    }

    @Test
    void areShapedLikeTheFirstReferenceUnlessARatioIsGiven() {
        String image = ",{'type':'image_url','role':'reference_image','image_url':{'url':'${image 400 800}'}}";

        assertThat(h3("'resolution':'768P'", image).size().ratio()).isCloseTo(0.5, within(0.01));
        assertThat(h3("'resolution':'768P','ratio':'16:9'", image).size().ratio())
                .isCloseTo(1.75, within(0.01));
    }

    @Test
    void ofTheFirstGenerationFollowTheirFirstFrameAndSaySo() {
        String id = client.post(
                        "/v1/video_generation",
                        H3Media.filled(
                                "{'model':'MiniMax-Hailuo-2.3','first_frame_image':'${image 400 800}','prompt':'x'}"))
                .json()
                .path("task_id")
                .asText();

        JsonNode task = client.get("/v1/query/video_generation?task_id=" + id).json();
        String url = client.get(
                        "/v1/files/retrieve?file_id=" + task.path("file_id").asText())
                .json()
                .at("/file/download_url")
                .asText();

        assertThat(task.path("video_width").asInt()).isEqualTo(384);
        assertThat(FilmFacts.of(client.get(url).body()).size()).isEqualTo(new PictureSize(384, 768));
    }

    private static FilmFacts h3(String fields, String media) {
        String id = client.post(
                        "/v2/video_generation",
                        H3Media.filled("{'model':'MiniMax-H3','duration':4," + fields
                                + ",'content':[{'type':'text','text':'A cat.'}" + media + "]}"))
                .json()
                .path("task_id")
                .asText();
        JsonNode task = client.get("/v2/query/video_generation/" + id).json().path("task");
        return FilmFacts.of(client.get(task.at("/content/url").asText()).body());
    }
}
