package io.minimaxmcp.tools.media.probe;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.minimaxmcp.tools.sandbox.studio.Clip;
import io.minimaxmcp.tools.sandbox.studio.Encoding;
import io.minimaxmcp.tools.sandbox.studio.Picture;
import io.minimaxmcp.tools.sandbox.studio.PictureSpec;
import io.minimaxmcp.tools.sandbox.studio.Recording;
import io.minimaxmcp.tools.sandbox.studio.Sound;
import io.minimaxmcp.tools.sandbox.studio.SoundSpec;
import io.minimaxmcp.tools.sandbox.studio.SpeechSpec;
import io.minimaxmcp.tools.sandbox.studio.VideoSize;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MediaProbeTest {
    @ParameterizedTest
    @CsvSource({"PNG, image/png", "JPEG, image/jpeg"})
    void seesTypeAndSizeOfPictures(PictureSpec.Format format, String mimeType) {
        byte[] picture = Picture.render(new PictureSpec(640, 360, "fox", 1, format));

        MediaFacts facts = inspect(picture);

        assertThat(facts.mimeType()).isEqualTo(mimeType);
        assertThat(facts.width()).isEqualTo(640);
        assertThat(facts.height()).isEqualTo(360);
    }

    @ParameterizedTest
    @CsvSource({
        "WAV, 44100, 2, audio/wav, 0",
        "PCMU_WAV, 8000, 1, audio/wav, 0",
        "FLAC, 32000, 2, audio/flac, 0",
        "OPUS, 48000, 2, audio/ogg, 0",
        "MP3, 44100, 2, audio/mpeg, 120",
        "MP3, 24000, 1, audio/mpeg, 120",
        "MP3, 8000, 1, audio/mpeg, 300",
    })
    void hearsLengthRateAndChannelsOfSounds(Encoding encoding, int rate, int channels, String mimeType, long padding) {
        Recording recording = speak(encoding, rate, channels);

        MediaFacts facts = inspect(recording.bytes());

        assertThat(facts.mimeType()).isEqualTo(mimeType);
        assertThat(facts.durationMs()).isBetween(recording.durationMs() - 1, recording.durationMs() + 1 + padding);
        assertThat(facts.sampleRate()).isEqualTo(rate);
        assertThat(facts.channels()).isEqualTo(channels);
    }

    @ParameterizedTest
    @EnumSource(VideoSize.class)
    void seesSizeLengthAndTracksOfVideos(VideoSize size) {
        MediaFacts facts = inspect(Clip.video(size, 6, "fox").bytes());

        assertThat(facts.mimeType()).isEqualTo("video/mp4");
        assertThat(facts.width()).isEqualTo(size.width());
        assertThat(facts.height()).isEqualTo(size.height());
        assertThat(facts.durationMs()).isEqualTo(6_000);
        assertThat(facts.framesPerSecond()).isCloseTo(24.0, within(0.001));
        assertThat(facts.codecs()).first().isEqualTo("avc1");
        assertThat(facts.codecs().contains("mp4a")).isEqualTo(size.hasSound());
    }

    @Test
    void goesByTheBytesOfAFileAndNotByItsName(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("holiday.png");
        SoundSpec mp3 = new SoundSpec(Encoding.MP3, 16_000, 128_000, 1);
        Recording speech = Sound.speech(new SpeechSpec("fox ".repeat(40), "voice", 1, 0, 1, mp3));
        Files.write(file, speech.bytes());

        MediaFacts facts = MediaProbe.inspect(file).orElseThrow();

        assertThat(facts).isEqualTo(inspect(speech.bytes()));
        assertThat(facts.mimeType()).isEqualTo("audio/mpeg");
        assertThat(facts.durationMs()).isBetween(speech.durationMs(), speech.durationMs() + 200);
    }

    @Test
    void skipsTheTagBeforeAnMp3EvenIfItHoldsAWholeCover() {
        byte[] mp3 = speak(Encoding.MP3, 32_000, 1).bytes();
        byte[] tagged = Crafted.bytes("ID3\4\0\0", 0, 0, 2, 44, new byte[300], mp3);

        MediaFacts facts = inspect(tagged);

        assertThat(facts.durationMs()).isEqualTo(inspect(mp3).durationMs());
        assertThat(facts.mimeType()).isEqualTo("audio/mpeg");
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "G",
        "hello world, this is a text",
        "%PDF-1.7 and so on and so on",
        "<html><body>gone</body></html>"
    })
    void knowsNothingOfOtherFiles(String text) {
        assertThat(MediaProbe.inspect(ByteBuffer.wrap(text.getBytes(ISO_8859_1))))
                .isEmpty();
    }

    private static Recording speak(Encoding encoding, int rate, int channels) {
        SoundSpec spec = new SoundSpec(encoding, rate, 64_000, channels);
        return Sound.speech(new SpeechSpec("Good morning to all the foxes.", "voice", 1, 0, 1, spec));
    }

    private static MediaFacts inspect(byte[] bytes) {
        return MediaProbe.inspect(ByteBuffer.wrap(bytes)).orElseThrow();
    }
}
