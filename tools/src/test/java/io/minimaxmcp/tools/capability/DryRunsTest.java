package io.minimaxmcp.tools.capability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.Json;
import io.minimaxmcp.schemas.SchemaCatalog;
import io.minimaxmcp.tools.tool.ToolResult;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every paid tool would order, seen without ordering anything. */
class DryRunsTest {
    private static final Map<String, String> ARGUMENTS = Map.of(
            "generate_image", "{'prompt':'a pear'}",
            "generate_video", "{'prompt':'The tide.'}",
            "generate_speech", "{'text':'Ahoy.'}",
            "generate_music", "{'lyrics':'La la'}",
            "transcribe_speech", "{'audio':'${clip}'}",
            "write_lyrics", "{'prompt':'boats'}",
            "enhance_prompt", "{'prompt':'boats'}",
            "clone_voice", "{'audio':'${sample}','name':'Captain_Anna','consent':true,'preview_text':'Ahoy.'}",
            "design_voice", "{'prompt':'old','preview_text':'Ahoy.'}");

    @TempDir
    private Path folder;

    private Workbench bench;

    @BeforeEach
    void open() {
        bench = new Workbench(folder, URI.create("http://127.0.0.1:1"), Workbench.Setup.USUAL);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private static Stream<String> paidTools() {
        return Capabilities.ALL.stream()
                .filter(Entry::paid)
                .map(Entry::tool)
                // Needs an earlier video.
                .filter(tool -> !tool.equals("regenerate_video"));
    }

    @Test
    void listJobsKnowsTheKindsOfAllOrders() {
        JsonNode known = SchemaCatalog.load(List.of("list_jobs"))
                .tool("list_jobs")
                .inputSchema()
                .at("/properties/kind/enum");

        List<String> ordered =
                paidTools().map(tool -> dryRun(tool, 0).path("kind").asText()).toList();

        assertThat(known).extracting(JsonNode::asText).containsExactlyInAnyOrderElementsOf(ordered);
    }

    @ParameterizedTest
    @MethodSource("paidTools")
    void everyPriceNamesItsSourceOnce(String tool) {
        String basis = dryRun(tool, 0).at("/cost/basis").asText();

        assertThat(basis).containsOnlyOnce("(list price, ");
    }

    @Test
    void longTextsAreShortened() {
        String text = dryRun("generate_speech", 2_000).at("/request/body/text").asText();

        assertThat(text).hasSizeLessThan(400).startsWith("Ahoy.Ahoy.").endsWith("… (10005 characters in all)");
    }

    private JsonNode dryRun(String tool, int times) {
        Specimens specimens = new Specimens();
        String filled = ARGUMENTS
                .getOrDefault(tool, "{}")
                .replace('\'', '"')
                .replace("${clip}", specimens.dataUri("clip"))
                .replace("${sample}", specimens.dataUri("sample"));
        try {
            ObjectNode arguments = (ObjectNode) Json.MAPPER.readTree(filled);
            if (times > 0) {
                arguments.put("text", "Ahoy." + "Ahoy.".repeat(times));
            }
            ToolResult result = bench.call(tool, arguments.put("dry_run", true), Workbench.patient());
            return Json.MAPPER.valueToTree(result.structured());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
