package io.minimaxmcp.tools.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.minimaxmcp.tools.sandbox.studio.Encoding;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TranscriptRoutesTest {
    private static final String PATH = "/v1/speech_to_text";
    private final byte[] wav = Samples.speech(Encoding.WAV, 60);
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
    void hearsInEveryForm() {
        SandboxClient.Reply json = hear(Map.of("model", "asr-1.0"));
        SandboxClient.Reply verbose = hear(Map.of("model", "asr-1.0", "response_format", "verbose_json"));
        SandboxClient.Reply srt = hear(Map.of("model", "asr-1.0", "response_format", "srt"));
        SandboxClient.Reply events = hear(Map.of("model", "asr-1.0", "stream", "true"));

        assertThat(json.json().path("text").asText()).isNotBlank();
        assertThat(json.json().path("duration").asDouble()).isCloseTo(SoundLength.seconds(wav), within(0.01));
        assertThat(json.json().has("base_resp")).isFalse();
        assertThat(verbose.json().path("segments")).hasSize(1);
        assertThat(srt.text()).contains("00:00:00,000 --> 00:00:0");
        assertThat(events.text()).contains("\"finish\":true");
    }

    @Test
    void refusesInTheStyleOfTheSecondGeneration() {
        assertThat(hear(Map.of()).status()).isEqualTo(400);
        assertThat(hear(Map.of("model", "asr-1.0", "language", "en")).status()).isEqualTo(400);
        assertThat(client.upload(PATH, Map.of("model", "asr-1.0"), "a.wav", new byte[] {1, 2, 3})
                        .status())
                .isEqualTo(400);
        assertThat(client.as("")
                        .upload(PATH, Map.of("model", "asr-1.0"), "a.wav", wav)
                        .status())
                .isEqualTo(401);
    }

    private SandboxClient.Reply hear(Map<String, String> fields) {
        return client.upload(PATH, fields, "a.wav", wav);
    }
}
