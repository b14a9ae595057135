package io.minimaxmcp.server.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.minimaxmcp.schemas.Json;
import io.minimaxmcp.schemas.ToolDefinition;
import java.util.List;

/** Makes a tool's arguments out of what is typed in a shell: {@code n=2}, {@code audio_setting.format=wav}, or JSON. */
final class Arguments {
    private final ToolDefinition tool;
    private final ObjectNode arguments = Json.MAPPER.createObjectNode();

    Arguments(ToolDefinition tool) {
        this.tool = tool;
    }

    Arguments json(String text) throws UsageException {
        try {
            if (Json.MAPPER.readTree(text) instanceof ObjectNode object) {
                arguments.setAll(object);
                return this;
            }
        } catch (JsonProcessingException notJson) {
            throw new UsageException("--json is not JSON: " + notJson.getOriginalMessage(), notJson);
        }
        throw new UsageException("--json must be an object, such as {\"prompt\": \"a lighthouse\"}");
    }

    Arguments pairs(List<String> pairs) throws UsageException {
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new UsageException("'" + pair + "' is not name=value");
            }
            put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return this;
    }

    /** Sets one argument; dots go into nested objects. */
    Arguments put(String name, String value) {
        List<String> path = List.of(name.replace('-', '_').split("\\.", -1));
        ObjectNode target = arguments;
        JsonNode schema = tool.inputSchema();
        for (String step : path.subList(0, path.size() - 1)) {
            target = target.withObjectProperty(step);
            schema = schema.path("properties").path(step);
        }
        String last = path.get(path.size() - 1);
        target.set(last, typed(schema.path("properties").path(last).path("type").asText(), value));
        return this;
    }

    /** Text stays text; all else is read as JSON where it is JSON, and left to the tool's own check where it is not. */
    private static JsonNode typed(String type, String value) {
        if (type.equals("string")) {
            return TextNode.valueOf(value);
        }
        try {
            return Json.MAPPER.readTree(value);
        } catch (JsonProcessingException notJson) {
            return TextNode.valueOf(value);
        }
    }

    ObjectNode get() {
        return arguments;
    }
}
