package io.minimaxmcp.tools.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.tools.sandbox.studio.Encoding;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MusicRoutesTest {
    private static final String PATH = "/v1/music_generation";
    private static final String QUIET = ",\"audio_setting\":{\"format\":\"wav\",\"sample_rate\":16000}";
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
    void playsASongInHex() throws Exception {
        SandboxClient.Reply reply =
                client.post(PATH, "{\"model\":\"music-2.6\",\"lyrics\":\"[Verse]\\nLa la\"" + QUIET + "}");

        JsonNode answer = reply.json();
        byte[] wav = HexFormat.of().parseHex(answer.at("/data/audio").asText());
        try (AudioInputStream audio = AudioSystem.getAudioInputStream(new ByteArrayInputStream(wav))) {
            assertThat(audio.getFormat().getSampleRate()).isEqualTo(16_000);
            assertThat(audio.getFormat().getChannels()).isEqualTo(2);
        }
        assertThat(answer.at("/extra_info/music_size").asInt()).isEqualTo(wav.length);
        assertThat(answer.at("/extra_info/music_duration").asInt()).isGreaterThan(5_000);
        assertThat(answer.path("analysis_info").isNull()).isTrue();
    }

    @Test
    void handsOutASongUnderALink() {
        SandboxClient.Reply reply = client.post(
                PATH,
                "{\"model\":\"music-3.0\",\"prompt\":\"calm\",\"is_instrumental\":true,\"output_format\":\"url\"}");

        SandboxClient.Reply song =
                client.as("").get(reply.json().at("/data/audio").asText());

        assertThat(song.headers().firstValue("Content-Type")).hasValue("audio/mpeg");
        assertThat(song.body())
                .hasSize(reply.json().at("/extra_info/music_size").asInt());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "music-3.0 | | 2013",
                "music-3.0 | ,\"lyrics\":\"\" | 2013",
                "music-3.0 | ,\"is_instrumental\":true | 2013",
                "music-3.0 | ,\"is_instrumental\":true,\"prompt\":\"calm\",\"stream\":true,\"audio_setting\":{\"format\":\"pcm\",\"sample_rate\":16000} | 0",
                "music-2.6 | ,\"lyrics_optimizer\":true,\"prompt\":\"a song of ships\",\"stream\":true,\"audio_setting\":{\"format\":\"pcm\",\"sample_rate\":16000} | 0",
                "music-2.6 | ,\"lyrics_optimizer\":true | 2013",
                "music-2.5 | ,\"prompt\":\"calm\" | 2013",
                "music-2.5 | ,\"lyrics\":\"la\",\"is_instrumental\":true | 2013",
                "music-4.0 | ,\"lyrics\":\"la\" | 2013",
                "music-3.0-free | ,\"lyrics\":\"la\" | 2153",
                "music-3.0 | ,\"lyrics\":\"la\",\"stream\":true,\"output_format\":\"url\" | 2013",
                "music-3.0 | ,\"lyrics\":\"la\",\"audio_setting\":{\"format\":\"flac\"} | 2013",
                "music-3.0 | ,\"lyrics\":\"la\",\"audio_setting\":{\"sample_rate\":48000} | 2013",
                "music-cover | ,\"prompt\":\"a slow jazz cover\" | 2013",
                "music-cover | ,\"prompt\":\"short\",\"audio_url\":\"https://a.example/a.mp3\" | 2013",
                "music-cover | ,\"prompt\":\"a slow jazz cover\",\"cover_feature_id\":\"17\" | 2013"
            })
    void theRulesDependOnTheModel(String model, String fields, int code) {
        SandboxClient.Reply reply =
                client.post(PATH, "{\"model\":\"" + model + "\"" + (fields == null ? "" : fields) + "}");

        boolean streams = reply.headers().firstValue("Content-Type").orElse("").equals("text/event-stream");
        assertThat(streams ? 0 : reply.code()).isEqualTo(code);
    }

    @Test
    void aClosedAccountLeavesHttp200() {
        SandboxClient.Reply reply = client.post(PATH, "{\"model\":\"music-3.0\",\"lyrics\":\"[[sandbox:2153]]\"}");

        assertThat(reply.status()).isEqualTo(410);
        assertThat(reply.code()).isEqualTo(2153);
    }

    @Test
    void coversASongItHasLookedAt() {
        String sample = Base64.getEncoder().encodeToString(Samples.speech(Encoding.WAV, 120));
        SandboxClient.Reply looked = client.post(
                "/v1/music_cover_preprocess", "{\"model\":\"music-cover\",\"audio_base64\":\"" + sample + "\"}");
        String cover = "{\"model\":\"music-cover\",\"prompt\":\"a slow jazz cover\",\"lyrics\":\"la la la la\","
                + "\"cover_feature_id\":\""
                + looked.json().path("cover_feature_id").asText() + "\"" + QUIET + "}";

        SandboxClient.Reply inTime = client.post(PATH, cover);
        client.clock.advance(Duration.ofHours(24));
        SandboxClient.Reply late = client.post(PATH, cover);

        assertThat(looked.json().path("structure_result").isTextual()).isTrue();
        assertThat(inTime.code()).isZero();
        assertThat(late.code()).isEqualTo(2013);
    }

    @Test
    void writesAndEditsLyrics() {
        SandboxClient.Reply written = client.post(
                "/v1/lyrics_generation", "{\"mode\":\"write_full_song\",\"prompt\":\"ships\",\"title\":\"Ahoy\"}");
        SandboxClient.Reply edited = client.post(
                "/v1/lyrics_generation", "{\"mode\":\"edit\",\"prompt\":\"gulls\",\"lyrics\":\"[Verse]\\nLa\"}");

        assertThat(written.json().path("song_title").asText()).isEqualTo("Ahoy");
        assertThat(written.json().path("lyrics").asText()).contains("[Chorus]", "ships");
        assertThat(edited.json().path("lyrics").asText())
                .startsWith("[Verse]\nLa")
                .contains("gulls");
        assertThat(client.post("/v1/lyrics_generation", "{\"mode\":\"edit\"}").code())
                .isEqualTo(2013);
    }
}
