package io.minimaxmcp.tools.capability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.Json;
import io.minimaxmcp.tools.media.probe.MediaFacts;
import io.minimaxmcp.tools.media.probe.MediaProbe;
import io.minimaxmcp.tools.sandbox.Sandbox;
import io.minimaxmcp.tools.sandbox.SandboxOptions;
import io.minimaxmcp.tools.tool.CallContext;
import io.minimaxmcp.tools.tool.Charged;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.ToolResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** H3 against the sandbox, whose rules are written from the API reference: every mode, lost answers, taking back. */
class SecondGenerationTest {
    private static final String CREATE = "/v2/video_generation";
    private static final CallContext HASTY = CallContext.local(Duration.ZERO);

    @TempDir
    private Path folder;

    private Sandbox sandbox;
    private Workbench bench;

    @BeforeEach
    void open() {
        sandbox = sandbox(Duration.ZERO);
        bench = new Workbench(folder, sandbox.host(), Workbench.Setup.USUAL);
    }

    private static Sandbox sandbox(Duration taskTime) {
        return Sandbox.start(SandboxOptions.defaults().withTaskTime(taskTime))
                .toCompletableFuture()
                .join();
    }

    @AfterEach
    void close() {
        bench.close();
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'first_frame_image':'${png}'}",
                "{'last_frame_image':'${png}'}",
                "{'first_frame_image':'${png}','last_frame_image':'${png}'}",
                "{'reference_images':['${png}','${png}'],'reference_videos':['${film}'],'reference_audios':['${clip}']}"
            })
    void makesAVideoWithSoundInEveryMode(String inputs) throws IOException {
        ToolResult result = bench.call("generate_video", asking("The tide comes in.", inputs), Workbench.patient());

        JsonNode video = structured(result);
        assertThat(video.path("model").asText()).isEqualTo("MiniMax-H3");
        assertThat(video.at("/artifacts/0/mime_type").asText()).isEqualTo("video/mp4");
        assertThat(video.at("/artifacts/0/duration_ms").asLong()).isBetween(4_900L, 5_200L);
        assertThat(Files.size(Path.of(video.at("/artifacts/0/path").asText()))).isPositive();
        assertThat(sandbox.taken(CREATE)).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "'{''aspect_ratio'':''9:16''}', 432, 768",
        "'{''aspect_ratio'':''21:9''}', 1344, 576",
        "'{''first_frame_image'':''${png}''}', 960, 768"
    })
    void tellsTheSizeThatTheFileHas(String inputs, int width, int height) throws IOException {
        ToolResult result = bench.call("generate_video", asking("The tide.", inputs), Workbench.patient());

        JsonNode artifact = structured(result).at("/artifacts/0");
        assertThat(artifact.path("width").asInt()).isEqualTo(width);
        assertThat(artifact.path("height").asInt()).isEqualTo(height);
        assertThat(MediaProbe.inspect(Path.of(artifact.path("path").asText())).orElseThrow())
                .extracting(MediaFacts::width, MediaFacts::height)
                .containsExactly(width, height);
    }

    @Test
    void findsTheTaskOfALostAnswerInTheListAndPaysOnce() {
        bench.call("generate_video", asking("Another one before.", "{}"), Workbench.patient());

        ToolResult result = bench.call(
                "generate_video", asking("The tide [[sandbox:reset-after once]]", "{}"), Workbench.patient());

        assertThat(structured(result).path("status").asText()).isEqualTo("succeeded");
        assertThat(sandbox.taken(CREATE)).isEqualTo(2);
        assertThat(sandbox.requests().count("POST", CREATE)).isEqualTo(2);
    }

    @Test
    void doesNotGuessBetweenTwoTasksThatCouldBeMeant() throws IOException {
        try (Workbench stranger = new Workbench(folder.resolve("stranger"), sandbox.host(), Workbench.Setup.USUAL)) {
            stranger.call("generate_video", asking("Somebody else's.", "{}"), Workbench.patient());
        }

        Failure failure = bench.failure(
                "generate_video", asking("The tide [[sandbox:reset-after once]]", "{}"), Workbench.patient());

        assertThat(failure.kind()).isEqualTo(ErrorKind.UNKNOWN_OUTCOME);
        assertThat(failure.charged()).isEqualTo(Charged.UNKNOWN);
        assertThat(sandbox.requests().count("POST", CREATE)).isEqualTo(2);
    }

    @Test
    void takesAQueuedVideoBackAtNoCost() {
        try (Sandbox slow = sandbox(Duration.ofHours(1));
                Workbench waiting = new Workbench(folder.resolve("slow"), slow.host(), Workbench.Setup.USUAL)) {
            JsonNode job = structured(waiting.call("generate_video", asking("The tide.", "{}"), HASTY));
            ObjectNode id = of("job_id", job.path("job_id").asText());
            for (int looks = 0; looks < 60 && !job.at("/upstream/task_id").isTextual(); looks++) {
                ObjectNode look = id.deepCopy().put("wait_seconds", 1);
                job = structured(waiting.call("get_job", look, Workbench.patient()));
            }

            ToolResult result = waiting.call("cancel_job", id, Workbench.patient());

            assertThat(structured(result).path("status").asText()).isEqualTo("cancelled");
            assertThat(result.text()).contains("Nothing was charged");
        }
    }

    @Test
    void neverDeletesAVideoThatIsDone() {
        JsonNode job = structured(bench.call("generate_video", asking("The tide.", "{}"), Workbench.patient()));

        ToolResult result =
                bench.call("cancel_job", of("job_id", job.path("job_id").asText()), Workbench.patient());

        assertThat(structured(result).path("status").asText()).isEqualTo("succeeded");
        assertThat(sandbox.requests().entries())
                .noneMatch(entry -> entry.method().equals("DELETE"));
    }

    private static ObjectNode asking(String prompt, String inputs) {
        Specimens specimens = new Specimens();
        String filled = inputs.replace('\'', '"');
        for (String name : new String[] {"png", "film", "clip"}) {
            filled = filled.contains(name) ? filled.replace("${" + name + "}", specimens.dataUri(name)) : filled;
        }
        try {
            return ((ObjectNode) Json.MAPPER.readTree(filled)).put("prompt", prompt);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static ObjectNode of(String name, String value) {
        return Json.MAPPER.createObjectNode().put(name, value);
    }

    private static JsonNode structured(ToolResult result) {
        return Json.MAPPER.valueToTree(result.structured());
    }
}
