package io.minimaxmcp.tools.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every request body that the product brief prints, sent as it is printed there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BriefRoutesTest {
    private static final String SPEECH = "/v1/speech/speech_t2a_input";
    private SandboxClient client;

    @BeforeAll
    void start() {
        client = new SandboxClient(SandboxOptions.defaults().withDialect(SandboxOptions.Dialect.REFERENCE));
    }

    @AfterAll
    void stop() {
        client.close();
    }

    @Test
    void speaksTheFlatBody() {
        SandboxClient.Reply reply = client.post(
                SPEECH,
                "{\"model\":\"speech-2.8-hd\",\"text\":\"Your text here\",\"voice\":\"English_Warm_Bestie\","
                        + "\"emotion\":\"happy\",\"rate\":1.0,\"volume\":1.0,\"pitch\":1.0,\"output_format\":\"mp3\"}");

        byte[] mp3 = HexFormat.of().parseHex(reply.json().at("/data/audio").asText());
        assertThat(MediaType.of(mp3)).hasValue(MediaType.MP3);
    }

    @Test
    void knowsNothingOfTodaysSpeech() {
        assertThat(client.post("/v1/t2a_v2", "{}").status()).isEqualTo(404);
        assertThat(client.post(SPEECH, "{\"model\":\"speech-2.8-hd\",\"text\":\"x\",\"voice_setting\":{}}")
                        .code())
                .isEqualTo(2013);
    }

    @Test
    void clonesFromAnAddress() {
        String body = "{\"audio_url\":\"https://sample.wav\",\"clone_name\":\"my_voice\"}";

        assertThat(client.post("/v1/voice_clone", body).json().path("voice_id").asText())
                .isEqualTo("my_voice");
        assertThat(client.post("/v1/voice_clone", body).code()).isEqualTo(2039);
        assertThat(client.post(SPEECH, "{\"model\":\"speech-2.6-turbo\",\"text\":\"x\",\"voice\":\"my_voice\"}")
                        .code())
                .isZero();
    }

    @Test
    void makesTheVideosOfTheBrief() {
        String[] bodies = {
            "{\"prompt\":\"A dancer\",\"model\":\"MiniMax-Hailuo-2.3\",\"duration\":6,\"resolution\":\"1080P\"}",
            "{\"prompt\":\"A dancer\",\"model\":\"MiniMax-Hailuo-2.3-Fast\",\"resolution\":\"720P\"}",
            "{\"prompt\":\"Scene desc\",\"first_frame_image\":\"https://a.example/a.png\","
                    + "\"model\":\"MiniMax-Hailuo-2.3\",\"duration\":6}",
            "{\"prompt\":\"Transition\",\"first_frame_image\":\"https://a.example/a.png\","
                    + "\"last_frame_image\":\"https://a.example/b.png\",\"model\":\"MiniMax-Hailuo-02\"}",
            "{\"prompt\":\"Scene with character\",\"subject_reference\":"
                    + "[{\"type\":\"character\",\"image\":[\"https://a.example/a.png\"]}],\"model\":\"S2V-01\"}"
        };

        for (String body : bodies) {
            assertThat(client.post("/v1/video_generation", body).code())
                    .as(body)
                    .isZero();
        }
    }

    @Test
    void singsTheSongOfTheBrief() {
        SandboxClient.Reply reply = client.post(
                "/v1/music_generation",
                "{\"model\":\"music-2.5\",\"lyrics\":\"Verse 1\\nLine one\\n\\n[Chorus]\\nChorus line\","
                        + "\"prompt\":\"Upbeat pop with electronic elements\",\"output_format\":\"url\","
                        + "\"audio_setting\":{\"sample_rate\":44100,\"bitrate\":128000,\"format\":\"mp3\"}}");

        assertThat(reply.json().at("/data/audio").asText()).startsWith("http");
    }
}
