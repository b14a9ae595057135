package io.minimaxmcp.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogOverlayTest {
    private static final String NEW_VIDEO_MODEL = """
            {"as_of":"2027-02-01",
             "models":[{"id":"MiniMax-Hailuo-4","capability":"video","status":"current","offered":true,"api":"v1",
               "modes":[{"mode":"text_to_video","combinations":[{"resolution":"4K","durations":[8,20]}]}],
               "features":{},"limits":{"prompt_max_chars":2000},
               "price":{"unit":"video","amounts":[{"usd":0.9}]}}],
             "defaults":{"video":{"text_to_video":"MiniMax-Hailuo-4"}}}
            """;

    private final ModelCatalog ours = ModelCatalog.load();

    @Test
    void aNewPriceAndRateReplaceOursAndNothingElse() {
        ModelCatalog theirs = ours.overlay(json("""
                {"models":[{"id":"image-01","price":{"amounts":[{"usd":0.005}]}}],
                 "lanes":{"VIDEO":{"requests_per_minute":5}}}"""));

        Model image = theirs.find("image-01").orElseThrow();
        assertThat(image.unitPrice(null, null)).contains(Usd.of("0.005"));
        assertThat(image.features())
                .isEqualTo(ours.find("image-01").orElseThrow().features());
        assertThat(theirs.lane("VIDEO").requestsPerMinute()).isEqualTo(5);
        assertThat(theirs.models()).hasSameSizeAs(ours.models());
        assertThat(ours.lane("VIDEO").requestsPerMinute()).isEqualTo(20);
    }

    @Test
    void aNewModelReachesTheToolDocuments() {
        ModelCatalog theirs = ours.overlay(json(NEW_VIDEO_MODEL));
        SchemaCatalog tools = SchemaCatalog.load(Tools.NAMES).withCatalog(theirs);

        JsonNode video = tools.tool("generate_video").inputSchema().path("properties");

        assertThat(theirs.asOf()).isEqualTo("2027-02-01");
        assertThat(theirs.defaultModel("video", "text_to_video")).map(Model::id).contains("MiniMax-Hailuo-4");
        assertThat(video.at("/model/enum")).extracting(JsonNode::asText).endsWith("MiniMax-Hailuo-4");
        assertThat(video.at("/resolution/enum")).extracting(JsonNode::asText).endsWith("4K");
        assertThat(video.at("/duration/enum")).extracting(JsonNode::asInt).endsWith(15, 20);
        assertThat(tools.tool("generate_image").document())
                .isEqualTo(
                        SchemaCatalog.load(Tools.NAMES).tool("generate_image").document());
    }

    @Test
    void theSameOverlayAlwaysGivesTheSameDocuments() {
        List<String> first = published(ours.overlay(json(NEW_VIDEO_MODEL)));
        List<String> second = published(ModelCatalog.load().overlay(json(NEW_VIDEO_MODEL)));

        assertThat(second).isEqualTo(first);
    }

    @Test
    void everyMistakeIsNamedAtItsModel() {
        ObjectNode wrong = json("""
                {"models":[{"id":"image-01","price":{"unit":"picture","amounts":[{"usd":"cheap"}]}}],
                 "lanes":{"VIDOE":{"requests_per_minute":5,"source":"me"}}}""");

        assertThatThrownBy(() -> ours.overlay(wrong))
                .isInstanceOfSatisfying(
                        CatalogException.class,
                        refused -> assertThat(refused.problems())
                                .containsExactlyInAnyOrder(
                                        "lanes has no field VIDOE. Known: IMAGE, VIDEO, H3, SPEECH, TRANSCRIPTION,"
                                                + " MUSIC, VOICE, QUERY, FILES. Leave it out.",
                                        "models[image-01].price.unit is \"picture\", but allowed are: image, video, output_second,"
                                                + " million_characters, song, voice, audio_hour, request, million_tokens.",
                                        "models[image-01].price.amounts[0].usd is \"cheap\", but must be a number."));
    }

    @Test
    void aDefaultMustBeAnOfferedModelOfItsMode() {
        ObjectNode wrong = json("{\"defaults\":{\"video\":{\"text_to_video\":\"S2V-01\"}}}");

        assertThatThrownBy(() -> ours.overlay(wrong))
                .hasMessage("defaults.video.text_to_video is \"S2V-01\", which is no offered model of that mode.");
    }

    @Test
    void theExampleOfTheReadmeWorks() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        int start = readme.indexOf("```json") + "```json".length();
        String example = readme.substring(start, readme.indexOf("```", start));

        ModelCatalog theirs = ours.overlay(json(example));

        assertThat(theirs.asOf()).isNotEqualTo(ours.asOf());
    }

    private static List<String> published(ModelCatalog models) {
        return SchemaCatalog.load(Tools.NAMES).withCatalog(models).tools().stream()
                .map(tool -> tool.document().toString())
                .toList();
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) Json.MAPPER.readTree(text);
        } catch (JsonProcessingException invalid) {
            throw new AssertionError(invalid);
        }
    }
}
