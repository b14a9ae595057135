package io.minimaxmcp.tools.sandbox.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.charset.StandardCharsets;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SoundTest {
    private static final SoundSpec WAV = new SoundSpec(Encoding.WAV, 16_000, 128_000, 1);

    @ParameterizedTest
    @CsvSource({"8000, 1", "22050, 2", "32000, 1", "44100, 2"})
    void speaksWavThatJavaPlays(int rate, int channels) throws IOException, UnsupportedAudioFileException {
        SoundSpec spec = new SoundSpec(Encoding.WAV, rate, 128_000, channels);

        Recording recording = say("Good morning, this is the sandbox speaking.", spec);

        AudioInputStream played = AudioSystem.getAudioInputStream(new ByteArrayInputStream(recording.bytes()));
        assertThat(played.getFormat().getSampleRate()).isEqualTo(rate);
        assertThat(played.getFormat().getChannels()).isEqualTo(channels);
        assertThat(Math.round(played.getFrameLength() * 1000.0 / rate)).isEqualTo(recording.durationMs());
        assertThat(loudest(played.readAllBytes())).isGreaterThan(Short.MAX_VALUE / 4);
    }

    @Test
    void compressesForTheTelephoneSoThatJavaHearsTheSame() throws IOException, UnsupportedAudioFileException {
        byte[] linear =
                say("Hello.", new SoundSpec(Encoding.PCM, 8_000, 64_000, 1)).bytes();

        byte[] file = say("Hello.", new SoundSpec(Encoding.PCMU_WAV, 8_000, 64_000, 1))
                .bytes();

        AudioInputStream played = AudioSystem.getAudioInputStream(new ByteArrayInputStream(file));
        assertThat(played.getFormat().getEncoding()).isEqualTo(AudioFormat.Encoding.ULAW);
        byte[] heard = AudioSystem.getAudioInputStream(AudioFormat.Encoding.PCM_SIGNED, played)
                .readAllBytes();
        assertThat(heard).hasSameSizeAs(linear);
        for (int i = 0; i < heard.length; i += 2) {
            assertThat(sample(heard, i)).isCloseTo(sample(linear, i), within(40 + Math.abs(sample(linear, i)) / 16));
        }
    }

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void recordsEveryEncodingTheSameWayEachTime(Encoding encoding) {
        SoundSpec spec = new SoundSpec(encoding, 24_000, 64_000, 2);

        Recording recording = say("Twice the same.", spec);

        assertThat(recording.bytes()).isEqualTo(say("Twice the same.", spec).bytes());
        assertThat(recording.bytes()).isNotEqualTo(say("Something else.", spec).bytes());
        assertThat(recording.encoding()).isEqualTo(encoding);
        assertThat(recording.durationMs()).isEqualTo(1000);
    }

    @Test
    void marksEachFormatAsItsPlayersExpect() {
        assertThat(start(Encoding.FLAC)).startsWith("fLaC");
        assertThat(start(Encoding.OPUS)).startsWith("OggS").contains("OpusHead");
        assertThat(start(Encoding.WAV)).startsWith("RIFF").contains("WAVEfmt ");
        assertThat(start(Encoding.MP3).charAt(0)).isEqualTo('\u00ff');
    }

    @Test
    void speaksAsLongAsTheTextIs() {
        assertThat(say("a".repeat(150), WAV).durationMs()).isEqualTo(10_000);
        assertThat(say("hi", WAV).durationMs()).isEqualTo(1_000);
        assertThat(say("a".repeat(9_000), WAV).durationMs()).isEqualTo(600_000);
        assertThat(Sound.speech(new SpeechSpec("a".repeat(150), "v", 2, 0, 1, WAV))
                        .durationMs())
                .isEqualTo(5_000);
    }

    @Test
    void repeatsTheBeginningOfALongTextWithoutAClick() {
        byte[] sound = say("sea ".repeat(1_500), WAV).bytes();
        ShortBuffer samples = ByteBuffer.wrap(sound, 44, sound.length - 44)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer();
        int rate = WAV.sampleRate();

        for (int joint = Tape.LOOP_SECONDS * rate; joint + 1 < samples.limit(); joint += Tape.LOOP_SECONDS * rate) {
            assertThat(Math.abs(samples.get(joint - 1)) + Math.abs(samples.get(joint)))
                    .isLessThan(200);
        }
        assertThat(sound.length - 44).isEqualTo(2 * rate * 400);
    }

    @Test
    void tellsTheLengthOfALongMp3AsItsFramesDo() {
        SoundSpec mp3 = new SoundSpec(Encoding.MP3, 16_000, 32_000, 1);

        Recording recording = say("a".repeat(60_000), mp3);

        assertThat(recording.durationMs()).isBetween(3_990_000L, 4_010_000L);
        assertThat(Mp3Length.seconds(ByteBuffer.wrap(recording.bytes())))
                .isCloseTo(recording.durationMs() / 1000.0, within(0.001));
    }

    /** 50 minutes of 128 kbit/s fill 48 MB. */
    @Test
    void speaksFasterWhatWouldNotFit() {
        SoundSpec mp3 = new SoundSpec(Encoding.MP3, 32_000, 128_000, 1);

        Recording recording = say("a".repeat(60_000), mp3);

        assertThat(recording.durationMs()).isBetween(3_130_000L, 3_170_000L);
    }

    @Test
    void pausesWhereTheTextSaysSo() {
        assertThat(say("a".repeat(30) + "<#1.5#>" + "a".repeat(30), WAV).durationMs())
                .isEqualTo(5_500);
    }

    @Test
    void playsAboutTwentySecondsOfMusicThatTheWordsDecide() {
        MusicSpec calm = new MusicSpec("calm piano", "[Verse]\nla la", false, WAV);

        Recording music = Sound.music(calm);

        assertThat(music.durationMs()).isBetween(16_000L, 23_000L);
        assertThat(loudest(music.bytes())).isGreaterThan(Short.MAX_VALUE / 4);
        assertThat(Sound.music(new MusicSpec("wild drums", "[Verse]\nla la", false, WAV))
                        .bytes())
                .isNotEqualTo(music.bytes());
        assertThat(Sound.music(new MusicSpec("calm piano", "[Verse]\nla la", true, WAV))
                        .bytes())
                .isNotEqualTo(music.bytes());
    }

    @Test
    void takesTheNextRateThatOpusKnows() {
        assertThat(new SoundSpec(Encoding.OPUS, 32_000, 64_000, 1).sampleRate()).isEqualTo(48_000);
        assertThat(new SoundSpec(Encoding.OPUS, 22_050, 64_000, 1).sampleRate()).isEqualTo(24_000);
    }

    @Test
    void refusesRatesAndChannelsNobodyOffers() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SoundSpec(Encoding.WAV, 1, 64_000, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new SoundSpec(Encoding.WAV, 8_000, 64_000, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new SpeechSpec("x", "v", 0, 0, 1, WAV));
    }

    private static Recording say(String text, SoundSpec spec) {
        return Sound.speech(new SpeechSpec(text, "English_Graceful_Lady", 1, 0, 1, spec));
    }

    private static String start(Encoding encoding) {
        byte[] bytes = say("Hi.", new SoundSpec(encoding, 16_000, 32_000, 1)).bytes();
        return new String(bytes, 0, 64, StandardCharsets.ISO_8859_1);
    }

    private static int loudest(byte[] pcm) {
        int loudest = 0;
        for (int i = 0; i + 1 < pcm.length; i += 2) {
            loudest = Math.max(loudest, Math.abs(sample(pcm, i)));
        }
        return loudest;
    }

    private static int sample(byte[] pcm, int at) {
        return (short) ((pcm[at] & 0xff) | (pcm[at + 1] << 8));
    }
}
