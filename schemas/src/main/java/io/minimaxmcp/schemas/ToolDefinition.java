package io.minimaxmcp.schemas;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/**
 * One tool as {@code tools/list} shows it. The JSON inside is shared by everyone who holds the definition: read it, copy
 * it, never change it.
 */
public record ToolDefinition(
        String name,
        String title,
        String description,
        ObjectNode inputSchema,
        ObjectNode outputSchema,
        ObjectNode annotations) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}");

    public ToolDefinition {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("A tool name is snake_case of at most 64 characters, not: " + name);
        }
    }

    /** The published document; the same definition always gives the same bytes. */
    public ObjectNode document() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("title", title)
                .put("description", description)
                .<ObjectNode>set("inputSchema", inputSchema)
                .<ObjectNode>set("outputSchema", outputSchema)
                .set("annotations", annotations);
    }

    /** True when the tool costs and changes nothing. */
    public boolean readOnly() {
        return annotations.path("readOnlyHint").asBoolean(false);
    }

    /** True when the tool may ask somebody outside this server. */
    public boolean openWorld() {
        return annotations.path("openWorldHint").asBoolean(true);
    }
}
