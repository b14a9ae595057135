package io.minimaxmcp.tools.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.minimaxmcp.tools.sandbox.studio.Encoding;
import io.minimaxmcp.tools.sandbox.studio.Recording;
import io.minimaxmcp.tools.sandbox.studio.Sound;
import io.minimaxmcp.tools.sandbox.studio.SoundSpec;
import io.minimaxmcp.tools.sandbox.studio.SpeechSpec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundLengthTest {
    @ParameterizedTest
    @CsvSource({"WAV, 16000, 128000", "MP3, 32000, 128000", "MP3, 16000, 32000", "MP3, 44100, 256000"})
    void agreesWithTheStudio(Encoding encoding, int rate, int bitrate) {
        Recording recording = Sound.speech(
                new SpeechSpec("How long is this?", "v", 1, 0, 1, new SoundSpec(encoding, rate, bitrate, 1)));

        double seconds = SoundLength.seconds(recording.bytes());

        assertThat(seconds).isCloseTo(recording.durationMs() / 1000.0, within(0.15));
    }

    @Test
    void readsTheHeaderOfAnM4a() {
        ByteBuffer file = ByteBuffer.allocate(16 + 8 + 108);
        file.putInt(16).put("ftypM4A ".getBytes(StandardCharsets.US_ASCII)).putInt(0);
        file.putInt(8 + 108).put("moov".getBytes(StandardCharsets.US_ASCII));
        file.putInt(108)
                .put("mvhd".getBytes(StandardCharsets.US_ASCII))
                .putInt(0)
                .putInt(0)
                .putInt(0);
        file.putInt(1000).putInt(12_500);

        assertThat(SoundLength.seconds(file.array())).isEqualTo(12.5);
    }

    @Test
    void refusesWhatBreaksOff() {
        assertThatThrownBy(() -> SoundLength.seconds("RIFF0000WAVEfmt ".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(Refusal.class);
    }
}
