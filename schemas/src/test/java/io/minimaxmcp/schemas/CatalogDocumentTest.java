package io.minimaxmcp.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogDocumentTest {
    private final ObjectNode document = Documents.parse("catalog/models.json");

    @Test
    void fulfilsItsOwnSchemaAndItsDefaultsExist() {
        assertThat(CatalogRules.broken(document)).isEmpty();
    }

    @Test
    void everyFactHasASource() {
        for (JsonNode model : document.path("models")) {
            assertThat(model.path("sources")).as(model.path("id").asText()).isNotEmpty();
        }
    }

    @Test
    void everyMemberOfAModelIsReadByItsRecord() throws JsonProcessingException {
        String written = Json.MAPPER.writeValueAsString(ModelCatalog.load().models());
        JsonNode readBack = Json.MAPPER.readTree(written);

        for (int i = 0; i < readBack.size(); i++) {
            JsonNode model = document.path("models").path(i);
            assertThat(readBack.path(i)).as(model.path("id").asText()).isEqualTo(model);
        }
    }

    /** One test for all enums: the documents say exactly what the catalogue says. */
    @Test
    void theToolDocumentsOfferWhatTheCatalogueOffers() {
        SchemaCatalog tools = SchemaCatalog.load(Tools.NAMES);

        List<ToolDefinition> patched = tools.withCatalog(ModelCatalog.load()).tools();

        for (int i = 0; i < patched.size(); i++) {
            assertThat(patched.get(i).document().toPrettyString())
                    .isEqualTo(tools.tools().get(i).document().toPrettyString());
        }
    }

    @Test
    void limitsOfTheDocumentsAreThoseOfTheCatalogue() {
        assertThat(limit("generate_image", "prompt", "maxLength"))
                .isEqualTo(limits("image-01").promptMaxChars());
        assertThat(limit("generate_image", "n", "maximum"))
                .isEqualTo(limits("image-01").imagesMax());
        assertThat(limit("generate_image", "width", "minimum"))
                .isEqualTo(limits("image-01").sizeMin());
        assertThat(limit("generate_image", "height", "maximum"))
                .isEqualTo(limits("image-01").sizeMax());
        assertThat(limit("generate_image", "width", "multipleOf"))
                .isEqualTo(limits("image-01").sizeMultiple());
        assertThat(limit("generate_video", "prompt", "maxLength"))
                .isEqualTo(limits("MiniMax-H3").promptMaxChars());
        assertThat(limit("generate_speech", "text", "maxLength"))
                .isEqualTo(limits("speech-2.8-hd").asyncFileMaxChars());
        assertThat(limit("generate_music", "lyrics", "maxLength"))
                .isEqualTo(limits("music-3.0").lyricsMaxChars());
        assertThat(limit("generate_music", "prompt", "maxLength"))
                .isEqualTo(limits("music-3.0").promptMaxChars());
    }

    @Test
    void listModelsFiltersByTheCapabilitiesThatAreOffered() {
        JsonNode input = SchemaCatalog.load(Tools.NAMES).tool("list_models").inputSchema();

        assertThat(input.at("/properties/capability/enum"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(ModelCatalog.load().models().stream()
                        .filter(Model::offered)
                        .map(Model::capability)
                        .distinct()
                        .toList());
    }

    private static int limit(String tool, String argument, String keyword) {
        JsonNode input = SchemaCatalog.load(List.of(tool)).tool(tool).inputSchema();
        return input.path("properties").path(argument).path(keyword).intValue();
    }

    private static Limits limits(String model) {
        return ModelCatalog.load().find(model).orElseThrow().limits();
    }
}
