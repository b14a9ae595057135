package io.minimaxmcp.tools.media.probe;

import static io.minimaxmcp.tools.media.probe.Crafted.box;
import static io.minimaxmcp.tools.media.probe.Crafted.inspect;
import static io.minimaxmcp.tools.media.probe.Crafted.u32;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.minimaxmcp.tools.sandbox.studio.Clip;
import io.minimaxmcp.tools.sandbox.studio.Encoding;
import io.minimaxmcp.tools.sandbox.studio.Picture;
import io.minimaxmcp.tools.sandbox.studio.PictureSpec;
import io.minimaxmcp.tools.sandbox.studio.Sound;
import io.minimaxmcp.tools.sandbox.studio.SoundSpec;
import io.minimaxmcp.tools.sandbox.studio.SpeechSpec;
import io.minimaxmcp.tools.sandbox.studio.VideoSize;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileBytesTest {
    private static final int MUTATIONS = 20_000;

    @Test
    void survivesMutationsOfEveryKindOfFile() {
        List<byte[]> samples = samples();
        Random random = new Random(20261123);
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] hostile = mutate(samples.get(i % samples.size()), random);

            Optional<MediaFacts> facts = MediaProbe.inspect(ByteBuffer.wrap(hostile));

            facts.map(MediaFacts::durationMs)
                    .ifPresent(length -> assertThat(length).isNotNegative());
        }
    }

    @Test
    void keepsTheTypeOfAFileCutAnywhereBehindItsFirstBytes() {
        for (byte[] sample : samples()) {
            String whole = inspect(sample).mimeType();
            for (int length = 64; length < Math.min(sample.length, 2_000); length += 7) {
                Optional<MediaFacts> cut = MediaProbe.inspect(ByteBuffer.wrap(sample, 0, length));

                assertThat(cut.map(MediaFacts::mimeType).orElse(whole)).isEqualTo(whole);
            }
        }
    }

    @Test
    void believesNoLengthThatAFileClaims() {
        assertThat(inspect("\u0089PNG\r\n\u001a\n", u32(13), "IHDR", u32(0xffffffffL), u32(1))
                        .width())
                .isNull();
        assertThat(inspect("fLaC", new byte[30]).durationMs()).isNull();
        assertThat(inspect("RIFF\0\0\0\0WAVEdata", u32(-1)).durationMs()).isNull();
        assertThat(inspect("ID3\4\0\0\u007f\u007f\u007f\u007f", new byte[90]).durationMs())
                .isNull();
        assertThat(inspect("OggS\0\2", new byte[22], "OpusHead\1\2", new byte[9])
                        .durationMs())
                .isNull();
        assertThat(inspect(box("ftyp", "isom\0\0\0\0"), u32(1), "moov", u32(-1), u32(-1))
                        .mimeType())
                .isEqualTo("video/mp4");
    }

    @Test
    void walksNoFurtherThanItsBudgetThroughBoxesOfNothing() {
        byte[] tiny = box("free");
        byte[] many = new byte[tiny.length * 200_000];
        for (int i = 0; i < many.length; i++) {
            many[i] = tiny[i % tiny.length];
        }
        byte[] late = box("moov", box("mvhd", new byte[12], u32(1), u32(1)));

        MediaFacts facts = inspect(box("ftyp", "isom\0\0\0\0"), many, late);

        assertThat(facts.mimeType()).isEqualTo("video/mp4");
        assertThat(facts.durationMs()).isNull();
    }

    @Test
    void takesARowOfFrameStartsForSoundOnlyIfTheyFollowEachOther() {
        assertThat(probe("\u00ff\u00fb\u0090\u0000 is how some text in an old code page may begin"))
                .isEmpty();
        assertThat(probe("\u00ff\u00fet\0e\0x\0t\0")).isEmpty();
    }

    @Test
    void saysSoIfAFileCannotBeRead(@TempDir Path folder) {
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> MediaProbe.inspect(folder.resolve("missing.mp3")));
    }

    @Test
    void readsFilesAndMemoryAlike(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("sample");
        for (byte[] sample : samples()) {
            Files.write(file, sample);

            Optional<MediaFacts> facts = MediaProbe.inspect(file);

            assertThat(facts).isPresent().isEqualTo(MediaProbe.inspect(ByteBuffer.wrap(sample)));
        }
    }

    private static Optional<MediaFacts> probe(String text) {
        return MediaProbe.inspect(ByteBuffer.wrap(Crafted.bytes(text)));
    }

    private static byte[] mutate(byte[] sample, Random random) {
        byte[] hostile = random.nextInt(4) == 0 ? Arrays.copyOf(sample, random.nextInt(sample.length)) : sample.clone();
        for (int change = random.nextInt(8); change >= 0 && hostile.length > 0; change--) {
            int place = random.nextInt(random.nextBoolean() ? hostile.length : Math.min(hostile.length, 512));
            hostile[place] = (byte) (random.nextInt(3) == 0 ? -1 : random.nextInt(256));
        }
        return hostile;
    }

    private static List<byte[]> samples() {
        List<byte[]> samples = new ArrayList<>();
        for (PictureSpec.Format format : PictureSpec.Format.values()) {
            samples.add(head(Picture.render(new PictureSpec(256, 256, "fox", 1, format))));
        }
        for (Encoding encoding : List.of(Encoding.MP3, Encoding.WAV, Encoding.PCMU_WAV, Encoding.FLAC, Encoding.OPUS)) {
            SoundSpec spec = new SoundSpec(encoding, 8_000, 32_000, 1);
            samples.add(head(
                    Sound.speech(new SpeechSpec("Hi", "voice", 1, 0, 1, spec)).bytes()));
        }
        samples.add(head(Clip.video(VideoSize.HAILUO_512P, 1, "fox").bytes()));
        samples.add(head(Clip.video(VideoSize.H3_480P, 1, "fox").bytes()));
        byte[] meta = box("meta", u32(0), box("iprp", box("ipco", box("ispe", u32(0), u32(512), u32(512)))));
        samples.add(Crafted.bytes(box("ftyp", "heic\0\0\0\0mif1heic"), meta, new byte[64]));
        return samples;
    }

    /** Headers are what is attacked; the rest would only slow the attack down. */
    private static byte[] head(byte[] file) {
        return Arrays.copyOf(file, Math.min(file.length, 6_000));
    }
}
