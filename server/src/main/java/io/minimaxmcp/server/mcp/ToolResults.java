package io.minimaxmcp.server.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.Json;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.ToolResult;

/** Writes what a tool answered as the result of {@code tools/call}. */
public final class ToolResults {
    /** Where an error result carries the {@link Failure} as data. */
    public static final String ERROR_META = "io.minimaxmcp/error";

    private ToolResults() {}

    /** A success. For clients older than structured results the structure and the links are told in text. */
    public static ObjectNode of(ToolResult result, Revision revision) {
        JsonNode structured = Json.MAPPER.valueToTree(result.structured());
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode content = answer.putArray("content").add(Content.text(result.text()));
        if (revision.hasStructuredResults()) {
            result.links().forEach(link -> content.add(Content.link(link)));
            answer.set("structuredContent", structured);
        } else {
            content.add(Content.text(structured.toString()));
        }
        if (result.preview() != null) {
            content.add(Content.image(result.preview()));
        }
        return answer;
    }

    /** A failure: never with {@code structuredContent}, which would have to match the tool's output schema. */
    public static ObjectNode of(Failure failure) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("isError", true);
        answer.putArray("content").add(Content.text(FailureText.of(failure)));
        answer.putObject("_meta").set(ERROR_META, data(failure));
        return answer;
    }

    /** All but the message: the text says it. */
    private static ObjectNode data(Failure failure) {
        ObjectNode data = Json.MAPPER.valueToTree(failure);
        return data.without("message");
    }
}
