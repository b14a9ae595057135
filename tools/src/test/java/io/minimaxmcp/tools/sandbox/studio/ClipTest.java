package io.minimaxmcp.tools.sandbox.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClipTest {
    @ParameterizedTest
    @EnumSource(VideoSize.class)
    void cutsEveryLengthOfEverySizeIntoAWholeFile(VideoSize size) {
        for (int seconds = 1; seconds <= size.longestSeconds(); seconds++) {
            Clip clip = Clip.video(size, seconds, "fox");

            assertThat(clip.durationMs()).isEqualTo(seconds * 1000L);
            assertThat(clip.width()).isEqualTo(size.width());
            assertThat(boxes(clip.bytes())).containsExactly("ftyp", "moov", "mdat");
        }
    }

    @ParameterizedTest
    @EnumSource(VideoSize.class)
    void describesSamplesWhereTheyLie(VideoSize size) {
        byte[] file = Clip.video(size, 4, "fox").bytes();

        ByteBuffer bytes = ByteBuffer.wrap(file);
        int firstPicture = bytes.getInt(indexOf(file, "stco") + 12);
        int firstLength = bytes.getInt(indexOf(file, "stsz") + 16);

        assertThat(firstPicture).isEqualTo(indexOf(file, "mdat") + 4);
        assertThat(bytes.getInt(firstPicture)).isEqualTo(firstLength - 4);
        assertThat(file[firstPicture + 4] & 0x1f).as("a key picture").isEqualTo(5);
    }

    @Test
    void keepsTheTitleSoThatDifferentPromptsGiveDifferentFiles() {
        byte[] fox = Clip.video(VideoSize.HAILUO_768P, 6, "füchse").bytes();

        assertThat(new String(fox, StandardCharsets.UTF_8)).contains("füchse");
        assertThat(Clip.video(VideoSize.HAILUO_768P, 6, "füchse").bytes()).isEqualTo(fox);
        assertThat(Clip.video(VideoSize.HAILUO_768P, 6, "hens").bytes()).isNotEqualTo(fox);
    }

    @Test
    void findsSizesByTheirWireNames() {
        assertThat(VideoSize.hailuo("1080P")).isEqualTo(VideoSize.HAILUO_1080P);
        assertThat(VideoSize.h3("2K").hasSound()).isTrue();
    }

    @Test
    void refusesLengthsItHasNoPicturesFor() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Clip.video(VideoSize.HAILUO_768P, 11, "fox"))
                .withMessageContaining("1 to 10 seconds");
        assertThatIllegalArgumentException().isThrownBy(() -> Clip.video(VideoSize.H3_2K, 0, "fox"));
    }

    private static List<String> boxes(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        List<String> names = new ArrayList<>();
        for (int at = 0; at < file.length; at += bytes.getInt(at)) {
            names.add(new String(file, at + 4, 4, StandardCharsets.US_ASCII));
        }
        return names;
    }

    private static int indexOf(byte[] file, String name) {
        return new String(file, StandardCharsets.ISO_8859_1).indexOf(name);
    }
}
