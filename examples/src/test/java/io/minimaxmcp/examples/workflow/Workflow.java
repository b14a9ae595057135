package io.minimaxmcp.examples.workflow;

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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** A transcript: tool calls one after the other, each with what the ones before it have made. */
record Workflow(Path transcripts, JsonNode document) {
    private static final Pattern PLACE = Pattern.compile("\\$\\{([a-z]+):([^}]+)}");
    private static final Duration LONGEST = Duration.ofMinutes(30);

    static Workflow read(Path transcripts, String name) throws IOException {
        return new Workflow(transcripts, Json.MAPPER.readTree(Files.readString(transcripts.resolve(name + ".json"))));
    }

    /** A step that was taken. */
    record Step(String tool, JsonNode arguments, List<String> makes, JsonNode result) {

        List<JsonNode> artifacts() {
            return StreamSupport.stream(result.path("artifacts").spliterator(), false)
                    .toList();
        }
    }

    String title() {
        return document.path("title").asText();
    }

    int length() {
        return document.path("steps").size();
    }

    /**
     * Takes all steps, with files in a folder of their own.
     *
     * @param environment settings; a MiniMax of its own is played with unless {@code paid}
     */
    List<Step> play(Path folder, Map<String, String> environment, boolean paid, Consumer<Step> heard) {
        Map<String, String> settings = new HashMap<>(environment);
        settings.put("HOME", folder.toString());
        settings.put("MINIMAX_MCP_OUTPUT_DIR", folder.toString());
        settings.put("MINIMAX_MCP_DATA_DIR", folder.resolve(".data").toString());
        settings.put("MINIMAX_MCP_INPUT_DIRS", transcripts.toString());
        settings.put("MINIMAX_MCP_TOOLSETS", "all,transcription");
        List<Step> steps = new ArrayList<>();
        Map<String, JsonNode> made = new HashMap<>();
        try (Application application = new Application(
                new ConfigReader(Map.of(), settings, !paid).read(), Stay.FOR_A_CLIENT, ResultMode.FILE)) {
            for (JsonNode step : document.path("steps")) {
                Step taken = taken(application, step, made);
                made.put(step.path("as").asText(), taken.result());
                steps.add(taken);
                heard.accept(taken);
            }
        }
        return steps;
    }

    private Step taken(Application application, JsonNode step, Map<String, JsonNode> made) {
        String tool = step.path("tool").asText();
        ObjectNode arguments = (ObjectNode) filled(step.path("arguments"), made);
        Object answer = application
                .toolbox()
                .call(tool, arguments, CallContext.local(LONGEST))
                .toCompletableFuture()
                .orTimeout(LONGEST.toMinutes(), TimeUnit.MINUTES)
                .join()
                .structured();
        List<String> makes = StreamSupport.stream(step.path("makes").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        return new Step(tool, arguments, makes, Json.MAPPER.valueToTree(answer));
    }

    private JsonNode filled(JsonNode node, Map<String, JsonNode> made) {
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
                        ? transcripts.resolve(place.group(2)).toString()
                        : made.getOrDefault(from, Json.MAPPER.missingNode())
                                .at(place.group(2))
                                .asText());
    }
}
