package io.minimaxmcp.examples.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plays the transcripts in {@code workflows/} in the sandbox; the pages beside them show what that makes. */
class WorkflowsIT {
    private static final Path TRANSCRIPTS = Path.of("workflows").toAbsolutePath();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"short-film", "audiobook-chapter", "jingle"})
    void makesWhatItsTranscriptAndItsPageSay(String name) throws IOException {
        Workflow workflow = Workflow.read(TRANSCRIPTS, name);

        List<Workflow.Step> steps = workflow.play(folder, Map.of(), false, step -> assertMade(step));

        assertThat(steps).hasSize(workflow.length());
        String page = ContactSheet.of(workflow.title(), steps);
        Path shown = TRANSCRIPTS.resolve(name + ".svg");
        assertThat(withoutDrawings(Files.readString(shown)))
                .as("remake it with examples/workflows/run " + name + " and copy the page here")
                .isEqualTo(withoutDrawings(page));
        assertThat(Files.size(shown)).isLessThan(100_000);
    }

    private static void assertMade(Workflow.Step step) {
        assertThat(step.artifacts())
                .as(step.tool())
                .extracting(artifact -> artifact.path("mime_type").asText())
                .isEqualTo(step.makes());
        for (JsonNode artifact : step.artifacts()) {
            assertThat(Path.of(artifact.path("path").asText())).isNotEmptyFile();
        }
    }

    /** Pictures differ from one run to the next, and each JDK compresses them in its own way. */
    private static String withoutDrawings(String page) {
        return page.replaceAll("base64,[^\"]*|<path d=\"[^\"]*\"", "").replace("\r\n", "\n");
    }
}
