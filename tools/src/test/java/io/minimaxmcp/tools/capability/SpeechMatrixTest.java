package io.minimaxmcp.tools.capability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** All speech of the catalogue: what it allows is made, what it does not allow is refused before it is sent. */
class SpeechMatrixTest extends CatalogueMatrix {
    private static final String SPEECH = "/v1/t2a_v2";

    @Test
    void speechOfEveryModelWithEveryEmotion() {
        CatalogueMatrix.Round round = round("generate_speech", SPEECH);
        Set<String> emotions = new TreeSet<>(List.of("neutral"));
        offered("speech").forEach(model -> emotions.addAll(texts(model.at("/features/emotions"))));
        for (JsonNode model : offered("speech")) {
            for (String emotion : emotions) {
                String sent = emotion.equals("neutral") ? "calm" : emotion;
                boolean speaks = texts(model.at("/features/emotions")).contains(sent);
                round.add(speech(model.path("id").asText()).put("emotion", emotion), speaks, "emotion");
            }
        }

        round.play();
    }

    @Test
    void speechInEveryFormatSampleRateAndBitrate() {
        CatalogueMatrix.Round round = round("generate_speech", SPEECH);
        JsonNode model = model("speech-2.8-hd");
        List<Integer> rates = List.of(8000, 12000, 16000, 22050, 24000, 32000, 44100, 48000);
        for (String format : texts(model.at("/features/formats"))) {
            boolean opus = format.equals("opus");
            Set<Integer> allowed = numbers(model.at(opus ? "/features/opus_sample_rates" : "/features/sample_rates"));
            for (int rate : rates) {
                ObjectNode call =
                        speech("speech-2.8-hd").put("output_format", format).put("sample_rate", rate);
                round.add(call, allowed.contains(rate), "sample_rate");
                for (int bitrate : numbers(model.at("/features/bitrates"))) {
                    round.add(
                            call.deepCopy().put("bitrate", bitrate),
                            allowed.contains(rate) && format.equals("mp3"),
                            "sample_rate",
                            "bitrate");
                }
            }
        }

        round.play();
    }

    @Test
    void speechOfEveryModelInEveryLanguageAndFormat() {
        CatalogueMatrix.Round round = round("generate_speech", SPEECH);
        for (JsonNode model : offered("speech")) {
            String id = model.path("id").asText();
            for (String format : texts(model.at("/features/formats"))) {
                round.add(speech(id).put("output_format", format), true);
            }
            for (String language : List.of("English", "Chinese,Yue", "Persian", "Filipino", "Tamil", "auto")) {
                boolean spoken =
                        !texts(model.at("/features/languages_excluded")).contains(language);
                round.add(speech(id).put("language", language), spoken, "language");
            }
        }
        round.add(speech("speech-2.8-hd").put("language", "Klingon"), false, "language");

        round.play();
    }

    @Test
    void speechAtTheBordersOfItsNumbers() {
        CatalogueMatrix.Round round = round("generate_speech", SPEECH);
        Map.of("rate", List.of("0.5", "2"), "volume", List.of("0.01", "10"), "pitch", List.of("-12", "12"))
                .forEach((name, borders) ->
                        borders.forEach(value -> round.add(with(speech("speech-2.8-hd"), name, value), true)));
        Map.of("rate", List.of("0.49", "2.01"), "volume", List.of("0", "10.1"), "pitch", List.of("-13", "13", "0.5"))
                .forEach((name, outside) ->
                        outside.forEach(value -> round.add(with(speech("speech-2.8-hd"), name, value), false, name)));

        round.play();
    }

    @Test
    void textsAtTheBordersOfTheirLengths() {
        round("generate_speech", SPEECH)
                .add(quick(object("text", "x".repeat(9_999))), true)
                .add(object("text", ""), false, "text")
                .play();
        round("generate_speech", "/v1/t2a_async_v2")
                .add(quick(object("text", "x".repeat(10_000))), true)
                .add(quick(object("text", "x".repeat(50_000))), true)
                .add(object("text", "x".repeat(1_000_000)), false, "text")
                .play();
    }

    private static ObjectNode speech(String model) {
        return object("text", "Hello.").put("model", model);
    }

    /** What the sandbox makes fastest. */
    private static ObjectNode quick(ObjectNode speech) {
        return speech.put("output_format", "pcmu_raw").put("sample_rate", 8000).put("rate", 2);
    }

    private static ObjectNode with(ObjectNode call, String name, String number) {
        return call.put(name, new BigDecimal(number));
    }
}
