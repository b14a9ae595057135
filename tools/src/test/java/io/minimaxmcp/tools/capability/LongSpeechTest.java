package io.minimaxmcp.tools.capability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.Json;
import io.minimaxmcp.schemas.Usd;
import io.minimaxmcp.tools.sandbox.Sandbox;
import io.minimaxmcp.tools.sandbox.SandboxOptions;
import io.minimaxmcp.tools.tool.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts beyond what is spoken while the caller waits: one request, one file that plays, subtitles that fit it. */
class LongSpeechTest {
    private static final String TASK = "/v1/t2a_async_v2";
    private static final String SENTENCE = "The light went round all night, and number %05d of the boats came home. ";
    private static final Pattern STAMPS =
            Pattern.compile("(\\d+):(\\d\\d):(\\d\\d),(\\d{3}) --> (\\d+):(\\d\\d):(\\d\\d),(\\d{3})");

    @TempDir
    private Path folder;

    private Sandbox sandbox;
    private Workbench bench;

    @BeforeEach
    void open() {
        sandbox = Sandbox.start(SandboxOptions.defaults().withTaskTime(Duration.ZERO))
                .toCompletableFuture()
                .join();
        bench = new Workbench(folder, sandbox.host(), Workbench.Setup.USUAL);
    }

    @AfterEach
    void close() {
        bench.close();
        sandbox.close();
    }

    @Test
    void speaksSixtyThousandCharactersInOneCallWithSubtitles() throws IOException {
        String text = text(60_000);

        JsonNode job = speak(quick().put("text", text));

        assertThat(job.path("artifacts")).hasSize(3);
        assertThat(job.at("/artifacts/0/mime_type").asText()).isEqualTo("audio/wav");
        assertThat(job.at("/cost/estimated_usd").asDouble()).isEqualTo(6.0);
        assertThat(sandbox.taken(TASK)).isOne();
        assertSubtitlesFit(job, text);
    }

    /** The sandbox neither speaks nor counts its marker. */
    @Test
    void isSettledByTheCharactersThatMiniMaxCounts() {
        JsonNode job = speak(quick().put("text", text(12_000) + " [[sandbox:slow=0]]"));

        Usd settled = bench.kit()
                .ledger()
                .spending(Tenant.LOCAL, Instant.EPOCH)
                .toCompletableFuture()
                .join()
                .settled();
        assertThat(job.at("/cost/estimated_usd").asDouble())
                .isGreaterThan(settled.dollars().doubleValue());
        assertThat(job.path("note").asText()).contains("about " + settled + ", where");
    }

    @Test
    void speaksATextFileAndEarlierText() throws IOException {
        String text = text(12_000);
        Path file = Files.createDirectories(folder.resolve("inputs")).resolve("chapter.txt");
        Files.writeString(file, "\uFEFF" + text);

        JsonNode job = speak(quick().put("text_file", file.toString()).put("output_name", "chapter"));
        String song = Json.MAPPER
                .valueToTree(bench.call(
                                "write_lyrics",
                                Json.MAPPER.createObjectNode().put("prompt", "boats"),
                                Workbench.patient())
                        .structured())
                .at("/artifacts/0/uri")
                .asText();
        JsonNode readAloud = speak(quick().put("text_file", song));

        assertSubtitlesFit(job, text);
        assertThat(Path.of(job.at("/artifacts/1/path").asText()).getFileName()).hasToString("chapter.srt");
        assertThat(readAloud.path("status").asText()).isEqualTo("succeeded");
        assertThat(sandbox.taken(TASK)).isOne();
    }

    @Test
    void givesShortTextsSubtitlesWhenAsked() throws IOException {
        String text = "Good morning. Every boat is home.";

        JsonNode job = speak(quick().put("text", text).put("subtitles", true));

        assertThat(sandbox.taken("/v1/t2a_v2")).isOne();
        assertSubtitlesFit(job, text);
        assertThat(Files.readString(Path.of(job.at("/artifacts/2/path").asText())))
                .startsWith("WEBVTT\n\n00:00:00.000 --> ");
    }

    private JsonNode speak(ObjectNode arguments) {
        return Json.MAPPER.valueToTree(
                bench.call("generate_speech", arguments, Workbench.patient()).structured());
    }

    /** What the sandbox makes fastest, of what tells its length. */
    private static ObjectNode quick() {
        return Json.MAPPER.createObjectNode().put("output_format", "wav").put("sample_rate", 8000);
    }

    /** Cues follow each other to the end of the sound, and hold every word in its order. */
    static void assertSubtitlesFit(JsonNode job, String text) throws IOException {
        List<String> lines =
                Files.readAllLines(Path.of(job.at("/artifacts/1/path").asText()));
        StringBuilder words = new StringBuilder();
        long before = 0;
        for (String line : lines) {
            Matcher stamps = STAMPS.matcher(line);
            if (stamps.matches()) {
                assertThat(millis(stamps, 1)).isEqualTo(before);
                before = millis(stamps, 5);
            } else if (!line.isBlank() && !line.matches("\\d+")) {
                words.append(line).append(' ');
            }
        }
        assertThat(before).isEqualTo(job.at("/artifacts/0/duration_ms").asLong());
        assertThat(words.toString().strip()).isEqualTo(text.strip());
    }

    private static long millis(Matcher stamps, int group) {
        return ((Long.parseLong(stamps.group(group)) * 60 + Long.parseLong(stamps.group(group + 1))) * 60
                                + Long.parseLong(stamps.group(group + 2)))
                        * 1000
                + Long.parseLong(stamps.group(group + 3));
    }

    static String text(int characters) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; text.length() < characters; i++) {
            text.append(SENTENCE.formatted(i));
        }
        return text.substring(0, characters - 1).stripTrailing()
                + "."
                        .repeat(characters
                                - text.substring(0, characters - 1)
                                        .stripTrailing()
                                        .length());
    }
}
