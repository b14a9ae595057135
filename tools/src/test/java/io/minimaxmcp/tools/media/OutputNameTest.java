package io.minimaxmcp.tools.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.minimaxmcp.tools.tool.Charged;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "..",
                "../cat",
                "a/../../cat",
                "a/../cat",
                "/etc/cat",
                "//host/share/cat",
                "a//cat",
                "cat/",
                "~/cat",
                "~root",
                ".hidden",
                "a/.ssh/keys",
                "C:\\cat",
                "C:cat",
                "..\\cat",
                "a\\cat",
                "\\\\host\\cat",
                "cat\0.png",
                "cat\n",
                "cat\u202Egnp.exe",
                "cat\uFEFF",
                "a/cat\u2028b",
                "cat ",
                " cat",
                "cat.",
                "cat. ",
                "CON",
                "con.png",
                "aux.tar.png",
                "a/NUL/cat",
                "Lpt1",
                "COM9.mp3",
                "com\u00b9",
                "PRN .png",
                "cat?",
                "ca*t",
                "cat|dog",
                "cat<",
                "cat>",
                "cat\"",
                "file:cat",
                "cat::$DATA",
                "a/b/c/d/e/f/cat",
                "\uD800",
                ".png",
                "a/.png"
            })
    void refusesWhatCouldLeaveTheFolderOrMeanSomethingElseSomewhere(String name) {
        Failure failure = Failures.of(() -> OutputName.parse(name));

        assertThat(failure.kind()).isEqualTo(ErrorKind.INVALID_INPUT);
        assertThat(failure.field()).isEqualTo("output_name");
        assertThat(failure.charged()).isEqualTo(Charged.NO);
        assertThat(failure.message()).startsWith("output_name '").hasSizeLessThan(250);
        assertThat(failure.message().codePoints()).noneMatch(Character::isISOControl);
    }

    @Test
    void refusesPartsThatFileSystemsCannotStore() {
        assertThat(Failures.of(() -> OutputName.parse("x".repeat(181))).message())
                .contains("longer than 180 bytes");
        assertThat(Failures.of(() -> OutputName.parse("灯".repeat(61))).message())
                .contains("longer than 180 bytes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cat",
                "album/cover",
                "Größe",
                "灯塔",
                "v1.2 final",
                "कमल",
                "cat (2)",
                "con-cert",
                "a+b=c",
                "null",
                "🐱"
            })
    void takesPlainNamesOfAnyScript(String name) {
        OutputName parsed = OutputName.parse(name);

        assertThat(String.join("/", parsed.folders()) + (parsed.folders().isEmpty() ? "" : "/") + parsed.stem())
                .isEqualTo(name);
        assertThat(parsed.extension()).isEmpty();
    }

    @Test
    void setsAMediaExtensionAside() {
        assertThat(OutputName.parse("a/b/cat.PNG")).isEqualTo(new OutputName(List.of("a", "b"), "cat", "PNG"));
        assertThat(OutputName.parse("cat.zip")).isEqualTo(new OutputName(List.of(), "cat.zip", ""));
    }

    @Test
    void composesAccentsSoThatTheSameNameIsTheSameFile() {
        assertThat(OutputName.parse("e\u0301te\u0301")).isEqualTo(OutputName.parse("\u00e9t\u00e9"));
    }
}
