package io.minimaxmcp.tools.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {
    @Test
    void saysWhatItIsWhatItShowsOfWhichJobAndWhichOfSeveral() {
        assertThat(FileNames.readable("image", "Lighthouse at dawn, gouache", "01JDXK3F9", 1, 2))
                .isEqualTo("image-lighthouse-at-dawn-gouache-k3f9-1");
        assertThat(FileNames.readable("voice_clone", "", "01JDXK3F9", 1, 1)).isEqualTo("voice-clone-k3f9");
        assertThat(FileNames.readable("transcript", "transcript", "01JDXK3F9", 1, 1))
                .isEqualTo("transcript-k3f9");
    }

    @ParameterizedTest
    @CsvSource({
        "'../../etc/passwd', etc-passwd",
        "'  --  ', ''",
        "'🐱🐱', ''",
        "'Ｆｕｌｌ Ｗｉｄｔｈ', full-width",
        "'灯塔，黎明', 灯塔-黎明",
        "'C:\\CON', c-con",
        "'कमल का फूल', कमल-का-फूल"
    })
    void keepsLettersAndDigitsOfAnyScriptAndNothingElse(String label, String slug) {
        assertThat(FileNames.slug(label)).isEqualTo(slug);
    }

    @Test
    void turnsControlCharactersIntoHyphens() {
        assertThat(FileNames.slug("a\0b\nc\u202Ed")).isEqualTo("a-b-c-d");
    }

    @Test
    void cutsLongLabelsAtAWord() {
        String slug = FileNames.slug("A very long description of a lighthouse on a rock in the sea");

        assertThat(slug).isEqualTo("a-very-long-description-of-a-lighthouse");
    }

    @Test
    void staysWithinFortyCharactersOfAnyPlane() {
        String slug = FileNames.slug("𠮷".repeat(500));

        assertThat(slug.codePointCount(0, slug.length())).isEqualTo(40);
        assertThat(slug.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"con", "NUL.txt", "COM1", "lpt9.a.b", "aux ", "com²"})
    void knowsTheDevicesOfWindows(String name) {
        assertThat(FileNames.isReserved(name)).isTrue();
    }
}
