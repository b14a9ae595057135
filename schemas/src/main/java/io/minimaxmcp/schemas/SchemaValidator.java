package io.minimaxmcp.schemas;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
            if (!applied(open, fixed)) {
                return Optional.empty();
            }
            open = check(tool, fixed);
        }
        return open.isEmpty() && !violations.isEmpty() ? Optional.of(changes(arguments, fixed)) : Optional.empty();
    }

    /** False when a violation has no correction, or when two would go to the same place and one be lost. */
    private static boolean applied(List<Violation> violations, ObjectNode arguments) {
        Set<JsonPointer> taken = new HashSet<>();
        for (Violation violation : violations) {
            Correction correction = violation.correction();
            if (correction == null || !taken.add(correction.corrected())) {
                return false;
            }
            correction.applyTo(arguments);
        }
        return true;
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
