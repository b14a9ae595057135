package io.minimaxmcp.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelCatalogTest {
    private final ModelCatalog catalog = ModelCatalog.load();

    @Test
    void knowsWhatAVideoCombinationCosts() {
        Model hailuo = catalog.find("MiniMax-Hailuo-2.3").orElseThrow();

        assertThat(hailuo.unitPrice("768P", 6)).contains(Usd.of("0.28"));
        assertThat(hailuo.unitPrice("1080P", 6)).contains(Usd.of("0.49"));
        assertThat(hailuo.unitPrice("1080P", 10)).isEmpty();
    }

    @Test
    void anUnpublishedPriceIsAbsentAndNeverZero() {
        assertThat(catalog.find("S2V-01").orElseThrow().price()).isNull();
        assertThat(catalog.find("S2V-01").orElseThrow().unitPrice(null, null)).isEmpty();
    }

    @Test
    void pricesASpokenTextByItsCharacters() {
        Usd perMillion = catalog.find("speech-2.8-turbo")
                .orElseThrow()
                .unitPrice(null, null)
                .orElseThrow();

        assertThat(perMillion.times(new BigDecimal("0.000101"))).isEqualTo(Usd.of("0.00606"));
    }

    @Test
    void knowsWhichCombinationsAModeAllows() {
        Model hailuo02 = catalog.find("MiniMax-Hailuo-02").orElseThrow();

        assertThat(hailuo02.mode("first_frame").orElseThrow().allows("512P", 10))
                .isTrue();
        assertThat(hailuo02.mode("text_to_video").orElseThrow().allows("512P", 10))
                .isFalse();
        assertThat(hailuo02.mode("text_to_video").orElseThrow().allows("1080P", 10))
                .isFalse();
        assertThat(catalog.find("S2V-01")
                        .orElseThrow()
                        .mode("subject_reference")
                        .orElseThrow()
                        .combinations())
                .isEmpty();
    }

    @Test
    void everyDefaultIsAnOfferedModelThatKnowsTheMode() {
        for (String capability : new String[] {"image", "video", "speech", "music"}) {
            for (Map.Entry<String, String> entry : catalog.defaults(capability).entrySet()) {
                Model model = catalog.defaultModel(capability, entry.getKey()).orElseThrow();
                assertThat(model.capability()).isEqualTo(capability);
                assertThat(model.offered()).as(model.id()).isTrue();
                assertThat(model.mode(entry.getKey()))
                        .as(model.id() + " " + entry.getKey())
                        .isPresent();
            }
        }
    }

    @Test
    void findsTheModelThatWasMeant() {
        assertThat(catalog.nearest("minimax-hailuo-2.3-fast", "video"))
                .map(Model::id)
                .contains("MiniMax-Hailuo-2.3-Fast");
        assertThat(catalog.nearest("Hailuo-02", "video")).map(Model::id).contains("MiniMax-Hailuo-02");
        assertThat(catalog.nearest("speech-2.8", "speech")).map(Model::id).contains("speech-2.8-hd");
        assertThat(catalog.nearest("dall-e-3", "image")).isEmpty();
    }

    @Test
    void whatIsStoppedIsNotOffered() {
        assertThat(catalog.models())
                .filteredOn(model -> model.status().equals("stopped"))
                .isNotEmpty()
                .noneMatch(Model::offered);
    }

    @Test
    void everyLaneHasARate() {
        assertThat(catalog.lanes())
                .containsOnlyKeys(
                        "IMAGE", "VIDEO", "H3", "SPEECH", "TRANSCRIPTION", "MUSIC", "VOICE", "QUERY", "FILES");
        assertThat(catalog.lane("IMAGE").requestsPerMinute()).isEqualTo(10);
    }
}
