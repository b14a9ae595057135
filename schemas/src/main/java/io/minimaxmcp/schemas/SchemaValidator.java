package io.minimaxmcp.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Checks arguments against the tool documents and says what to do instead. Making one costs some 100 ms and each tool's
 * first check a few more: make it with the first call, not at start. Safe for all threads; one for each
 * {@link SchemaCatalog}.
 *
 * <p>An argument that is {@code null} counts as left out, because many clients send every optional argument that way.
 */
public final class SchemaValidator {
    /** A repaired value may break a further rule ("7" → 7 → 6); more rounds than this mean that nothing helps. */
    private static final int REPAIR_ROUNDS = 3;

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, CompiledSchema> compiled = new ConcurrentHashMap<>();

    /** What is wrong with the arguments, one violation a field; empty when nothing is. */
    public List<Violation> check(ToolDefinition tool, ObjectNode arguments) {
        CompiledSchema schema =
                compiled.computeIfAbsent(tool.name(), name -> new CompiledSchema(registry, tool.inputSchema()));
        return schema.check(tool.name(), Arguments.withoutNulls(arguments));
    }

    /** A copy of the arguments with what was left out filled from the schema, also inside objects and arrays. */
    public ObjectNode withDefaults(ToolDefinition tool, ObjectNode arguments) {
        ObjectNode filled = Arguments.withoutNulls(arguments);
        Arguments.fill(filled, tool.inputSchema());
        return filled;
    }

    /**
     * The arguments to change so that the call is right, and no others; empty unless every violation has an obvious fix.
     * A misspelt argument stands there under its right name.
     */
    public Optional<ObjectNode> corrected(ToolDefinition tool, ObjectNode arguments, List<Violation> violations) {
        ObjectNode fixed = Arguments.withoutNulls(arguments);
        List<Violation> open = violations;
        for (int round = 0; round < REPAIR_ROUNDS && !open.isEmpty(); round++) {
            for (Violation violation : open) {
                if (violation.correction() == null) {
                    return Optional.empty();
                }
                violation.correction().applyTo(fixed);
            }
            open = check(tool, fixed);
        }
        return open.isEmpty() && !violations.isEmpty() ? Optional.of(changes(arguments, fixed)) : Optional.empty();
    }

    private static ObjectNode changes(ObjectNode before, ObjectNode after) {
        ObjectNode changes = after.objectNode();
        for (Map.Entry<String, JsonNode> member : after.properties()) {
            if (!member.getValue().equals(before.get(member.getKey()))) {
                changes.set(member.getKey(), member.getValue());
            }
        }
        return changes;
    }
}
