package io.minimaxmcp.tools.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.schemas.Json;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpeechRoutesTest {
    private static final String PATH = "/v1/t2a_v2";
    private static final String VOICE = "\"voice_setting\":{\"voice_id\":\"English_Graceful_Lady\"}";
    private SandboxClient client;

    @BeforeAll
    void start() {
        client = new SandboxClient();
    }

    @AfterAll
    void stop() {
        client.close();
    }

    @Test
    void speaksHexThatPlays() throws Exception {
        SandboxClient.Reply reply = client.post(
                PATH, body("Good morning.", VOICE + ",\"audio_setting\":{\"format\":\"wav\",\"sample_rate\":16000}"));

        JsonNode answer = reply.json();
        byte[] wav = HexFormat.of().parseHex(answer.at("/data/audio").asText());
        try (AudioInputStream audio = AudioSystem.getAudioInputStream(new ByteArrayInputStream(wav))) {
            double seconds = audio.getFrameLength() / audio.getFormat().getFrameRate();
            assertThat(audio.getFormat().getSampleRate()).isEqualTo(16_000);
            assertThat(answer.at("/extra_info/audio_length").asDouble()).isCloseTo(1000 * seconds, within(1.0));
        }
        assertThat(answer.at("/extra_info/audio_size").asInt()).isEqualTo(wav.length);
        assertThat(answer.at("/extra_info/usage_characters").asInt()).isEqualTo(13);
        assertThat(answer.at("/data/status").asInt()).isEqualTo(2);
        assertThat(answer.at("/trace_id").asText()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp3", "pcm", "flac", "wav", "pcmu_raw", "pcmu_wav", "opus"})
    void handsOutEveryFormatUnderALink(String format) {
        String rate = format.equals("opus") ? "24000" : "8000";
        SandboxClient.Reply reply = client.post(
                PATH,
                body(
                        "Hi",
                        VOICE + ",\"output_format\":\"url\",\"audio_setting\":{\"format\":\"" + format
                                + "\",\"sample_rate\":" + rate + "}"));

        SandboxClient.Reply download =
                client.as("").get(reply.json().at("/data/audio").asText());

        assertThat(download.status()).isEqualTo(200);
        assertThat(download.body())
                .hasSize(reply.json().at("/extra_info/audio_size").asInt());
    }

    @Test
    void aLinkToSoundOpensForADay() {
        String url = client.post(PATH, body("Hi", VOICE + ",\"output_format\":\"url\""))
                .json()
                .at("/data/audio")
                .asText();

        client.clock.advance(Duration.ofHours(24).minusSeconds(1));
        int before = client.get(url).status();
        client.clock.advance(Duration.ofSeconds(1));

        assertThat(before).isEqualTo(200);
        assertThat(client.get(url).status()).isEqualTo(403);
    }

    @Test
    void theLastEventOfAStreamRepeatsTheWholeAudio() throws Exception {
        SandboxClient.Reply reply = client.post(PATH, body("Hello there", VOICE + ",\"stream\":true"));

        assertThat(reply.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        List<JsonNode> events = Stream.of(reply.text().split("\n\n", -1))
                .filter(event -> event.startsWith("data: "))
                .map(event -> parse(event.substring(6)))
                .toList();
        String increments = String.join(
                "",
                events.subList(0, events.size() - 1).stream()
                        .map(event -> event.at("/data/audio").asText())
                        .toList());
        JsonNode last = events.get(events.size() - 1);
        assertThat(last.at("/data/status").asInt()).isEqualTo(2);
        assertThat(last.at("/data/audio").asText()).isEqualTo(increments);
        assertThat(last.at("/extra_info/audio_size").asInt()).isEqualTo(increments.length() / 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"voice\":\"English_Graceful_Lady\"",
                "\"voice_setting\":{}",
                VOICE + ",\"emotion\":\"happy\"",
                "\"voice_setting\":{\"voice_id\":\"English_Graceful_Lady\",\"speed\":2.5}",
                "\"voice_setting\":{\"voice_id\":\"English_Graceful_Lady\",\"vol\":0}",
                "\"voice_setting\":{\"voice_id\":\"English_Graceful_Lady\",\"pitch\":1.5}",
                "\"voice_setting\":{\"voice_id\":\"English_Graceful_Lady\",\"pitch\":13}",
                "\"voice_setting\":{\"voice_id\":\"English_Graceful_Lady\",\"emotion\":\"neutral\"}",
                "\"voice_setting\":{\"voice_id\":\"English_Graceful_Lady\",\"emotion\":\"whisper\"}",
                VOICE + ",\"output_format\":\"mp3\"",
                VOICE + ",\"audio_setting\":{\"format\":\"aac\"}",
                VOICE + ",\"audio_setting\":{\"sample_rate\":48000}",
                VOICE + ",\"audio_setting\":{\"format\":\"opus\",\"sample_rate\":32000}",
                VOICE + ",\"audio_setting\":{\"audio_sample_rate\":32000}",
                VOICE + ",\"audio_setting\":{\"bitrate\":\"128000\"}",
                VOICE + ",\"stream\":true,\"audio_setting\":{\"format\":\"wav\"}",
                VOICE + ",\"voice_modify\":{\"pitch\":10},\"audio_setting\":{\"format\":\"pcm\"}",
                VOICE + ",\"language_boost\":\"Klingon\"",
                VOICE + ",\"timbre_weights\":[{\"voice_id\":\"English_Graceful_Lady\",\"weight\":1}]"
            })
    void refusesWhatTheReferenceDoesNotAllow(String fields) {
        assertThat(client.post(PATH, body("Hi", fields)).code()).isEqualTo(2013);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<#0.5#>Hi", "Hi<#1#>", "a<#1#><#2#>b", "a<#0#>b", "a<#100#>b", "a<#1.234#>b"})
    void refusesTextsThatCannotBeSpoken(String text) {
        assertThat(client.post(PATH, body(text, VOICE)).code()).isEqualTo(2013);
    }

    @Test
    void takesPausesBetweenWordsAndRefusesHiddenCharacters() {
        assertThat(client.post(PATH, body("one <#0.5#> two", VOICE)).code()).isZero();
        assertThat(client.post(PATH, body("a\\u200b\\u200bb", VOICE)).code()).isEqualTo(1042);
        assertThat(client.post(PATH, body("x".repeat(10_000), VOICE)).code()).isEqualTo(2013);
    }

    @Test
    void olderModelsSpeakFewerLanguagesAndOnlySomeWhisper() {
        String voice = "\"voice_setting\":{\"voice_id\":\"English_Graceful_Lady\",\"emotion\":\"whisper\"}";

        assertThat(client.post(PATH, body("speech-2.6-hd", "Hi", voice)).code()).isZero();
        assertThat(client.post(PATH, body("speech-02-hd", "Hi", VOICE + ",\"language_boost\":\"Tamil\""))
                        .code())
                .isEqualTo(2013);
    }

    @Test
    void anUnknownVoiceIsA2054() {
        SandboxClient.Reply reply = client.post(PATH, body("Hi", "\"voice_setting\":{\"voice_id\":\"Nobody\"}"));

        assertThat(reply.code()).isEqualTo(2054);
    }

    private static String body(String text, String fields) {
        return body("speech-2.8-turbo", text, fields);
    }

    private static String body(String model, String text, String fields) {
        return "{\"model\":\"" + model + "\",\"text\":\"" + text + "\"," + fields + "}";
    }

    private static JsonNode parse(String json) {
        try {
            return Json.MAPPER.readTree(json);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }
}
