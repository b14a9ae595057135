package io.minimaxmcp.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTreeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "\"\"",
                "null",
                "true",
                "0",
                "-0.0",
                "1.50",
                "1e3",
                "12345678901",
                "123456789012345678901234567890",
                "0.0035",
                "{\"a\":{\"b\":[1,[2.0,{}],null,false]},\"c\":\"\\u0000\\n\\\"\\\\\\/ \\ud83d\\ude00 ü\",\"\":1}",
                "{\"twice\":1,\"twice\":{\"later\":true}}",
                " \t\r\n [ 1 , 2 ] \n"
            })
    void readsAndWritesWhatTheMapperDoes(String json) throws JsonProcessingException {
        JsonNode tree = JsonTree.read(json.getBytes(UTF_8));

        assertThat(tree).isEqualTo(Json.MAPPER.readTree(json));
        assertThat(JsonTree.bytes(tree)).isEqualTo(Json.MAPPER.writeValueAsBytes(tree));
    }

    @Test
    void readsAndWritesEveryToolDocumentAsTheMapperDoes() throws JsonProcessingException {
        for (String name : Tools.NAMES) {
            JsonNode document = Documents.parse("tools/" + name + ".json");

            byte[] written = JsonTree.bytes(document);

            assertThat(written).isEqualTo(Json.MAPPER.writeValueAsBytes(document));
            assertThat(JsonTree.read(written)).isEqualTo(document);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "{", "{\"a\":}", "[1,", "[1]]", "{} {}", "nul", "{a:1}", "'x'", "01", "NaN", "\"\n\""})
    void refusesWhatIsNoDocument(String json) {
        assertThatExceptionOfType(JsonProcessingException.class)
                .isThrownBy(() -> JsonTree.read(json.getBytes(UTF_8)))
                .satisfies(refused -> assertThat(refused.getLocation()).isNotNull());
    }

    @Test
    void refusesWhatIsNestedTooDeepInsteadOfRunningOutOfStack() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);

        assertThatExceptionOfType(JsonProcessingException.class)
                .isThrownBy(() -> JsonTree.read(deep.getBytes(UTF_8)))
                .withMessageContaining("nesting depth");
    }

    @Test
    void writesBytesAsTheMapperDoes() throws JsonProcessingException {
        JsonNode picture = JsonNodeFactory.instance.objectNode().put("data", new byte[] {0, -1, 2, 3, 77});

        assertThat(JsonTree.bytes(picture)).isEqualTo(Json.MAPPER.writeValueAsBytes(picture));
    }

    @Test
    void writesNothingThatItCouldNotRead() {
        JsonNode object = JsonNodeFactory.instance.arrayNode().addPOJO(Tools.NAMES);

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> JsonTree.bytes(object))
                .withMessageContaining("POJO");
    }
}
