package io.minimaxmcp.tools.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.tools.sandbox.studio.Encoding;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VoiceRoutesTest {
    private final SandboxClient client = new SandboxClient();

    @AfterEach
    void stop() {
        client.close();
    }

    @Test
    void listsMoreThanThreeHundredSystemVoices() {
        SandboxClient.Reply reply = client.post("/v1/get_voice", "{\"voice_type\":\"all\"}");

        JsonNode voices = reply.json().path("system_voice");
        assertThat(voices).hasSizeGreaterThan(300);
        assertThat(voices.findValuesAsText("voice_id"))
                .doesNotHaveDuplicates()
                .contains("English_Warm_Bestie", "Chinese (Mandarin)_Lyrical_Voice", "male-qn-qingse");
        assertThat(voices.findValuesAsText("voice_name")).contains("Graceful Lady", "Lyrical Voice", "Gentle Lady");
        assertThat(voices.get(0).path("description").get(0).asText()).contains("English");
        assertThat(reply.json().path("voice_cloning")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"WAV", "MP3"})
    void clonesAVoiceThatShowsOnceItHasSpoken(Encoding encoding) {
        long file = upload(encoding, 180, "voice_clone");

        SandboxClient.Reply cloned = cloneVoice(file, "my_voice1");
        int before = clones().size();
        SandboxClient.Reply spoken = speak("my_voice1");

        assertThat(cloned.code()).isZero();
        assertThat(cloned.json().path("demo_audio").asText("?")).isEmpty();
        assertThat(before).isZero();
        assertThat(spoken.code()).isZero();
        assertThat(clones().findValuesAsText("voice_id")).containsExactly("my_voice1");
        assertThat(client.sandbox.taken("/v1/voice_clone")).isEqualTo(1);
    }

    @Test
    void aPreviewComesAsALink() {
        long file = upload(Encoding.WAV, 180, "voice_clone");

        SandboxClient.Reply cloned = client.post(
                "/v1/voice_clone",
                "{\"file_id\":" + file + ",\"voice_id\":\"my_voice1\",\"text\":\"Hello\",\"model\":\"speech-2.8-hd\"}");

        assertThat(client.get(cloned.json().path("demo_audio").asText()).status())
                .isEqualTo(200);
        assertThat(cloned.json().at("/extra_info/usage_characters").asInt()).isEqualTo(5);
    }

    @Test
    void refusesSamplesThatAreTooShortAndIdsThatAreTaken() {
        long tooShort = upload(Encoding.WAV, 60, "voice_clone");
        long file = upload(Encoding.WAV, 180, "voice_clone");
        cloneVoice(file, "my_voice1");

        assertThat(cloneVoice(tooShort, "my_voice2").code()).isEqualTo(2037);
        assertThat(cloneVoice(file, "my_voice1").code()).isEqualTo(2039);
        assertThat(cloneVoice(file, "English_Graceful_Lady").code()).isEqualTo(2039);
        assertThat(cloneVoice(17, "my_voice2").code()).isEqualTo(2013);
        assertThat(client.as("sk-api-other")
                        .post("/v1/t2a_v2", speech("my_voice1"))
                        .code())
                .isEqualTo(2042);
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "1voice_one", "my_voice_", "my voice 1", "my_voice-"})
    void refusesIdsThatBreakTheirPattern(String id) {
        assertThat(cloneVoice(upload(Encoding.WAV, 180, "voice_clone"), id).code())
                .isEqualTo(2013);
    }

    @Test
    void wantsFileIdsAsNumbersAndPromptsShorterThanEightSeconds() {
        long file = upload(Encoding.WAV, 180, "voice_clone");
        long longPrompt = upload(Encoding.WAV, 180, "prompt_audio");
        String prompt = ",\"voice_id\":\"my_voice1\",\"clone_prompt\":{\"prompt_audio\":" + longPrompt
                + ",\"prompt_text\":\"Well.\"}}";

        assertThat(client.post("/v1/voice_clone", "{\"file_id\":\"" + file + "\",\"voice_id\":\"my_voice1\"}")
                        .code())
                .isEqualTo(2013);
        assertThat(client.post("/v1/voice_clone", "{\"file_id\":" + file + prompt)
                        .code())
                .isEqualTo(2048);
    }

    @Test
    void aVoiceThatIsNotUsedForAWeekIsGone() {
        cloneVoice(upload(Encoding.WAV, 180, "voice_clone"), "my_voice1");
        client.clock.advance(Duration.ofDays(7));

        assertThat(speak("my_voice1").code()).isEqualTo(2054);
    }

    @Test
    void designsAVoiceAndDeletesItForGood() {
        SandboxClient.Reply designed = client.post(
                "/v1/voice_design",
                "{\"prompt\":\"an old sailor\",\"preview_text\":\"Ahoy\",\"voice_id\":\"sailor-01\"}");
        speak("sailor-01");

        SandboxClient.Reply wrongKind =
                client.post("/v1/delete_voice", "{\"voice_type\":\"voice_cloning\",\"voice_id\":\"sailor-01\"}");
        SandboxClient.Reply deleted =
                client.post("/v1/delete_voice", "{\"voice_type\":\"voice_generation\",\"voice_id\":\"sailor-01\"}");
        SandboxClient.Reply again = client.post(
                "/v1/voice_design",
                "{\"prompt\":\"an old sailor\",\"preview_text\":\"Ahoy\",\"voice_id\":\"sailor-01\"}");

        assertThat(HexFormat.of().parseHex(designed.json().path("trial_audio").asText()))
                .isNotEmpty();
        assertThat(wrongKind.code()).isEqualTo(2054);
        assertThat(deleted.json().path("voice_id").asText()).isEqualTo("sailor-01");
        assertThat(again.code()).isEqualTo(2039);
    }

    @Test
    void namesADesignedVoiceItself() {
        SandboxClient.Reply designed =
                client.post("/v1/voice_design", "{\"prompt\":\"an old sailor\",\"preview_text\":\"Ahoy\"}");

        assertThat(designed.json().path("voice_id").asText()).startsWith("ttv-voice-");
    }

    private JsonNode clones() {
        return client.post("/v1/get_voice", "{\"voice_type\":\"voice_cloning\"}")
                .json()
                .path("voice_cloning");
    }

    private SandboxClient.Reply cloneVoice(long file, String id) {
        return client.post("/v1/voice_clone", "{\"file_id\":" + file + ",\"voice_id\":\"" + id + "\"}");
    }

    private SandboxClient.Reply speak(String voice) {
        return client.post("/v1/t2a_v2", speech(voice));
    }

    private static String speech(String voice) {
        return "{\"model\":\"speech-2.8-hd\",\"text\":\"Hi\",\"voice_setting\":{\"voice_id\":\"" + voice + "\"}}";
    }

    private long upload(Encoding encoding, int letters, String purpose) {
        return client.upload(
                        "/v1/files/upload",
                        Map.of("purpose", purpose),
                        "sample." + encoding.extension(),
                        Samples.speech(encoding, letters))
                .json()
                .at("/file/file_id")
                .asLong();
    }
}
