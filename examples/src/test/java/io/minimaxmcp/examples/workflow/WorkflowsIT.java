package io.minimaxmcp.examples.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.minimaxmcp.schemas.Json;
import io.minimaxmcp.server.Application;
import io.minimaxmcp.server.Stay;
import io.minimaxmcp.server.config.ConfigReader;
import io.minimaxmcp.tools.media.ResultMode;
import io.minimaxmcp.tools.tool.CallContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plays the transcripts in {@code workflows/} from the first call to the last, in the sandbox. */
class WorkflowsIT {
    private static final Path TRANSCRIPTS = Path.of("workflows").toAbsolutePath();
    private static final Pattern PLACE = Pattern.compile("\\$\\{([a-z]+):([^}]+)}");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"short-film", "audiobook-chapter", "jingle"})
    void makesWhatItsTranscriptSays(String name) throws IOException {
        JsonNode transcript = Json.MAPPER.readTree(Files.readString(TRANSCRIPTS.resolve(name + ".json")));
        Map<String, JsonNode> made = new HashMap<>();
        try (Application application = application()) {
            for (JsonNode step : transcript.path("steps")) {
                JsonNode result = play(application, step, made);
                made.put(step.path("as").asText(), result);
            }
        }

        assertThat(made).hasSize(transcript.path("steps").size());
    }

    private Application application() {
        Map<String, String> environment = Map.of(
                "HOME", folder.toString(),
                "MINIMAX_MCP_OUTPUT_DIR", folder.resolve("output").toString(),
                "MINIMAX_MCP_DATA_DIR", folder.resolve("data").toString(),
                "MINIMAX_MCP_INPUT_DIRS", TRANSCRIPTS.toString(),
                "MINIMAX_MCP_TOOLSETS", "all,transcription");
        return new Application(
                new ConfigReader(Map.of(), environment, true).read(), Stay.FOR_A_CLIENT, ResultMode.FILE);
    }

    private static JsonNode play(Application application, JsonNode step, Map<String, JsonNode> made)
            throws IOException {
        String tool = step.path("tool").asText();
        ObjectNode arguments = (ObjectNode) filled(step.path("arguments"), made);
        Object answer = application
                .toolbox()
                .call(tool, arguments, CallContext.local(Duration.ofMinutes(5)))
                .toCompletableFuture()
                .orTimeout(5, TimeUnit.MINUTES)
                .join()
                .structured();
        JsonNode result = Json.MAPPER.valueToTree(answer);
        List<String> types = StreamSupport.stream(result.path("artifacts").spliterator(), false)
                .map(artifact -> artifact.path("mime_type").asText())
                .toList();
        assertThat(types).as(tool).isEqualTo(texts(step.path("makes")));
        for (JsonNode artifact : result.path("artifacts")) {
            assertThat(Path.of(artifact.path("path").asText())).isNotEmptyFile();
        }
        return result;
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static JsonNode filled(JsonNode node, Map<String, JsonNode> made) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = object.objectNode();
            object.properties().forEach(member -> copy.set(member.getKey(), filled(member.getValue(), made)));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode();
            array.forEach(item -> copy.add(filled(item, made)));
            return copy;
        }
        Matcher place = PLACE.matcher(node.asText());
        if (!node.isTextual() || !place.matches()) {
            return node;
        }
        String from = place.group(1);
        return TextNode.valueOf(
                from.equals("file")
                        ? TRANSCRIPTS.resolve(place.group(2)).toString()
                        : made.getOrDefault(from, Json.MAPPER.missingNode())
                                .at(place.group(2))
                                .asText());
    }
}
