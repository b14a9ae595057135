package io.minimaxmcp.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tool documents in the order they are offered; cheap to load, since no validator is made for it. */
public final class SchemaCatalog {

    private final Map<String, ToolDefinition> byName;

    private SchemaCatalog(Map<String, ToolDefinition> byName) {
        this.byName = byName;
    }

    /** Reads {@code schemas/tools/<name>.json} for each name; a missing or unreadable one fails and is named. */
    public static SchemaCatalog load(List<String> toolNames) {
        Documents documents = new Documents();
        Map<String, ToolDefinition> byName = new LinkedHashMap<>();
        for (String name : toolNames) {
            String file = "tools/" + name + ".json";
            ToolDefinition tool = definition(file, documents.read(file));
            if (!tool.name().equals(name)) {
                throw new IllegalStateException("schemas/" + file + " names its tool " + tool.name());
            }
            byName.put(name, narrowed(tool, toolNames));
        }
        return new SchemaCatalog(byName);
    }

    /** Where tools name tools, only those that are loaded as well: nobody is sent to one that is not there. */
    private static ToolDefinition narrowed(ToolDefinition tool, List<String> toolNames) {
        ObjectNode input = tool.inputSchema().deepCopy();
        if (!(input.at("/properties/tool/enum") instanceof ArrayNode names)) {
            return tool;
        }
        for (int i = names.size() - 1; i >= 0; i--) {
            if (!toolNames.contains(names.path(i).asText())) {
                names.remove(i);
            }
        }
        return new ToolDefinition(
                tool.name(), tool.title(), tool.description(), input, tool.outputSchema(), tool.annotations());
    }

    /**
     * The same tools with enums and defaults as the catalogue has them; for a catalogue that a user's file was laid over.
     * Ours is what the documents say already.
     */
    public SchemaCatalog withCatalog(ModelCatalog models) {
        CatalogEnums enums = new CatalogEnums(models);
        Map<String, ToolDefinition> patched = new LinkedHashMap<>();
        byName.forEach((name, tool) -> patched.put(name, enums.appliedTo(tool)));
        return new SchemaCatalog(patched);
    }

    /** The same tools taking models of any name, for when models that the catalogue does not know are passed on. */
    public SchemaCatalog withAnyModel() {
        Map<String, ToolDefinition> open = new LinkedHashMap<>();
        byName.forEach((name, tool) -> open.put(name, CatalogEnums.anyModel(tool)));
        return new SchemaCatalog(open);
    }

    public List<ToolDefinition> tools() {
        return List.copyOf(byName.values());
    }

    public Optional<ToolDefinition> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The definition of a tool this catalogue was loaded with. */
    public ToolDefinition tool(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("No document was loaded for tool " + name));
    }

    private static ToolDefinition definition(String file, ObjectNode document) {
        return new ToolDefinition(
                text(file, document, "name"),
                text(file, document, "title"),
                text(file, document, "description"),
                object(file, document, "inputSchema"),
                object(file, document, "outputSchema"),
                object(file, document, "annotations"));
    }

    private static String text(String file, ObjectNode document, String member) {
        JsonNode value = document.path(member);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new IllegalStateException("schemas/" + file + " lacks the text " + member);
        }
        return value.textValue();
    }

    private static ObjectNode object(String file, ObjectNode document, String member) {
        if (document.get(member) instanceof ObjectNode value) {
            return value;
        }
        throw new IllegalStateException("schemas/" + file + " lacks the object " + member);
    }
}
