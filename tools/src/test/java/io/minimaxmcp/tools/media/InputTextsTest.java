package io.minimaxmcp.tools.media;

import static io.minimaxmcp.tools.media.Failures.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.minimaxmcp.tools.tool.CallContext;
import io.minimaxmcp.tools.tool.Failure;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that are given as files, to be spoken. */
class InputTextsTest {
    private static final CallContext LOCAL = CallContext.local(Duration.ZERO);

    @TempDir
    Path disk;

    private Path allowed;
    private Inputs inputs;

    @BeforeEach
    void setUp() throws IOException {
        Bench bench = new Bench(disk);
        allowed = Files.createDirectory(disk.resolve("allowed"));
        inputs = bench.inputs(allowed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# A heading\n\nA *word* or two.",
                "1\nis the loneliest number --> so they say.",
                "00:10 is when it began.",
                "<3 is a heart."
            })
    void takesTextAsPeopleWriteIt(String text) throws Exception {
        String read = await(inputs.text(written(text, UTF_8), "text_file", 1000, LOCAL));

        assertThat(read).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html>\n<p>A word.",
                "  <html lang=\"en\"><body>A word.",
                "\uFEFF<?xml version=\"1.0\"?><html/>"
            })
    void refusesWebPages(String text) throws Exception {
        Failure failure = refused(written(text, UTF_8));

        assertThat(failure.message()).isEqualTo("text_file is a web page, whose markup would be read aloud.");
        assertThat(failure.nextStep()).isEqualTo("Give plain text or Markdown: only the words to speak.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1\r\n00:00:01,000 --> 00:00:02,500\r\nA word.",
                "WEBVTT\n\n00:01.000 --> 00:02.500\nA word.",
                "\n00:00:01.000 --> 00:00:02.500\nA word."
            })
    void refusesSubtitles(String text) throws Exception {
        Failure failure = refused(written(text, UTF_8));

        assertThat(failure.message()).isEqualTo("text_file is subtitles, whose numbers and times would be read aloud.");
    }

    @ParameterizedTest
    @CsvSource({"ISO-8859-1", "windows-1252", "UTF-16", "UTF-16LE", "UTF-16BE"})
    void saysHowToSaveTextThatIsNotInUtf8(String charset) throws Exception {
        Failure failure = refused(written("Ein Wörtchen, oder zwei: schön.", Charset.forName(charset)));

        assertThat(failure.message()).isEqualTo("text_file is text, but not in UTF-8.");
        assertThat(failure.nextStep()).isEqualTo("Save it as UTF-8 and call again.");
    }

    @Test
    void takesNoBytesForText() throws Exception {
        Path file = Files.write(allowed.resolve("a.txt"), new byte[] {1, 2, (byte) 0xC3, 4, (byte) 0x80});

        Failure failure = refused(file.toString());

        assertThat(failure.message()).contains("no media that this server knows by its bytes; taken here: txt.");
    }

    private String written(String text, Charset charset) throws IOException {
        return Files.write(allowed.resolve("a.txt"), text.getBytes(charset)).toString();
    }

    private Failure refused(String path) {
        return Failures.of(inputs.text(path, "text_file", 1000, LOCAL));
    }
}
