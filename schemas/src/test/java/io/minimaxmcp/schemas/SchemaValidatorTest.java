package io.minimaxmcp.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaValidatorTest {
    private final SchemaCatalog tools = SchemaCatalog.load(Tools.NAMES);
    private final SchemaValidator validator = new SchemaValidator();

    /** One case of {@code refusals.json}: what is sent, and what is said of one field of it, word for word. */
    record Refusal(
            String tool,
            ObjectNode arguments,
            String field,
            String message,
            @Nullable String suggestion,
            @Nullable ObjectNode corrected) {}

    static List<Refusal> refusals() throws IOException {
        try (InputStream in = SchemaValidatorTest.class.getResourceAsStream("refusals.json")) {
            return List.of(Json.MAPPER.readValue(in, Refusal[].class));
        }
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void saysWhichFieldIsWrongWhatIsAllowedAndWhatToDo(Refusal refusal) {
        ToolDefinition tool = tools.tool(refusal.tool());

        List<Violation> violations = validator.check(tool, refusal.arguments());

        assertThat(violations)
                .filteredOn(violation -> violation.field().equals(refusal.field()))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.message()).isEqualTo(refusal.message());
                    assertThat(violation.suggestion()).isEqualTo(refusal.suggestion());
                });
        assertThat(validator.corrected(tool, refusal.arguments(), violations).orElse(null))
                .isEqualTo(refusal.corrected());
    }

    @Test
    void acceptsWhatTheProductBriefSends() {
        assertThat(check("generate_speech", """
                {"model":"speech-2.8-hd","text":"Your text here","voice":"English_Warm_Bestie","emotion":"happy",
                 "rate":1.0,"volume":1.0,"pitch":1.0,"output_format":"mp3"}""")).isEmpty();
        assertThat(check("generate_music", """
                {"model":"music-2.5","lyrics":"Verse 1\\nLine one","prompt":"Upbeat pop","output_format":"url",
                 "audio_setting":{"sample_rate":44100,"bitrate":128000,"format":"mp3"}}""")).isEmpty();
        assertThat(check("generate_image", """
                {"model":"image-01","prompt":"A girl","aspect_ratio":"16:9","n":2,"response_format":"url",
                 "prompt_optimizer":true,
                 "subject_reference":[{"type":"character","image_file":"https://x.example/a.png","weight":0.8}]}""")).isEmpty();
        assertThat(check("clone_voice", """
                {"audio_url":"https://x.example/sample.wav","clone_name":"my_voice","consent":true}""")).isEmpty();
    }

    @Test
    void repairsSeveralMistakesAtOnceAndChangesNothingElse() {
        ObjectNode arguments = json("""
                {"prompt":"a dancer","duration":"3","resolution":"768p","promt_optimizer":"false"}""");
        ToolDefinition video = tools.tool("generate_video");

        List<Violation> violations = validator.check(video, arguments);

        assertThat(violations).hasSize(3);
        assertThat(validator.corrected(video, arguments, violations)).contains(json("""
                        {"duration":4,"resolution":"768P","prompt_optimizer":false}"""));
    }

    @Test
    void offersNoCorrectionWhenOneMistakeNeedsThought() {
        ObjectNode arguments = json("{\"n\":\"6\"}");
        ToolDefinition image = tools.tool("generate_image");

        assertThat(validator.corrected(image, arguments, validator.check(image, arguments)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"prompt\":\"this one\",\"promt\":\"not this one\"}",
                "{\"promt\":\"this one\",\"prompts\":\"or this one\"}"
            })
    void neverCorrectsOneArgumentAwayWithAnother(String arguments) {
        ToolDefinition image = tools.tool("generate_image");

        List<Violation> violations = validator.check(image, json(arguments));

        assertThat(violations).isNotEmpty();
        assertThat(validator.corrected(image, json(arguments), violations)).isEmpty();
    }

    @Test
    void shortensLongValuesAndNeverEchoesMedia() {
        String dataUri = "data:image/png;base64," + "A".repeat(5000);

        List<Violation> violations = check("generate_video", "{\"resolution\":\"" + dataUri + "\"}");

        assertThat(violations).singleElement().satisfies(violation -> {
            assertThat(violation.value()).hasSizeLessThanOrEqualTo(60).endsWith("…\"");
            assertThat(violation.message()).hasSizeLessThan(200);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"prompt\":\"x\",\"n\":1e999999999}",
                "{\"prompt\":\"x\",\"n\":-1e999999999}",
                "{\"prompt\":\"x\",\"n\":1e-999999999}",
                "{\"prompt\":\"x\",\"n\":\"1e999999999\"}"
            })
    void refusesNumbersOfAbsurdSizeWithoutWritingThemOut(String arguments) {
        List<Violation> violations = check("generate_image", arguments);

        assertThat(violations).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo("n");
            assertThat(violation.message()).hasSizeLessThan(100);
            assertThat(violation.correction()).isNull();
        });
    }

    @Test
    void neverRepeatsTheValueOfAnArgumentItDoesNotKnow() {
        List<Violation> violations = check("status", "{\"api_key\":\"sk-secret\"}");

        assertThat(violations.toString()).contains("api_key").doesNotContain("sk-secret");
    }

    @Test
    void staysShortHoweverLongTheNamesAndValuesAre() {
        ObjectNode arguments = json("{\"prompt\":\"x\"}");
        arguments.put("y".repeat(3_000_000), 1).put("model", "z".repeat(3_000_000));

        List<Violation> violations = validator.check(tools.tool("generate_image"), arguments);

        assertThat(violations).hasSize(2).allSatisfy(violation -> {
            assertThat(violation.field()).hasSizeLessThanOrEqualTo(60);
            assertThat(violation.message()).hasSizeLessThan(400);
        });
    }

    @Test
    void nullMeansLeftOut() {
        assertThat(check("generate_image", "{\"prompt\":\"x\",\"seed\":null}")).isEmpty();
        assertThat(check("generate_image", "{\"prompt\":null}"))
                .singleElement()
                .satisfies(violation -> assertThat(violation.keyword()).isEqualTo("required"));
    }

    @Test
    void fillsDefaultsAlsoInsideObjectsAndLeavesTheOriginalAlone() {
        ObjectNode arguments = json("""
                {"prompt":"x","n":3,"seed":null,"subject_reference":[{"image_file":"u"}]}""");
        ObjectNode before = arguments.deepCopy();

        ObjectNode filled = validator.withDefaults(tools.tool("generate_image"), arguments);

        assertThat(filled).isEqualTo(json("""
                {"prompt":"x","n":3,"subject_reference":[{"image_file":"u","type":"character"}],"model":"image-01",
                 "prompt_optimizer":false,"response_format":"url"}"""));
        assertThat(arguments).isEqualTo(before);
        assertThat(validator.withDefaults(tools.tool("generate_music"), json("{\"lyrics\":\"la\"}")))
                .isEqualTo(json("""
                        {"lyrics":"la","instrumental":false,"output_format":"url",
                         "audio_setting":{"format":"mp3"}}"""));
    }

    private List<Violation> check(String tool, String arguments) {
        return validator.check(tools.tool(tool), json(arguments));
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) Json.MAPPER.readTree(text);
        } catch (JsonProcessingException invalid) {
            throw new AssertionError(invalid);
        }
    }
}
