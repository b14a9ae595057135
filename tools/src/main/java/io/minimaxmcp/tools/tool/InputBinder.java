package io.minimaxmcp.tools.tool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.Json;
import io.minimaxmcp.schemas.SchemaValidator;
import io.minimaxmcp.schemas.ToolDefinition;
import io.minimaxmcp.schemas.Violation;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a capability's input of a caller's arguments, or says what is wrong with them. Safe for all threads. */
public final class InputBinder {
    private static final int MOST_VIOLATIONS = 4;
    private static final int LONGEST_CORRECTION = 300;

    private volatile @Nullable SchemaValidator validator;

    /**
     * Checks the arguments against the tool's input schema, fills in its defaults and binds them. Throws a {@link ToolException} of kind
     * {@code INVALID_INPUT} that names the first wrong field and, where that is obvious, the arguments to send instead. The first call
     * takes some 100 ms longer.
     */
    public <I> I bind(ToolDefinition tool, ObjectNode arguments, Class<I> input) {
        SchemaValidator checker = validator();
        List<Violation> violations = checker.check(tool, arguments);
        if (!violations.isEmpty()) {
            throw refusal(
                    violations, checker.corrected(tool, arguments, violations).orElse(null));
        }
        try {
            return Json.MAPPER.treeToValue(checker.withDefaults(tool, arguments), input);
        } catch (JsonProcessingException tooLarge) {
            throw unbound(tooLarge);
        }
    }

    /** A number that the schema has no bounds for, and no computer room. */
    private static ToolException unbound(JsonProcessingException tooLarge) {
        String field = tooLarge instanceof JsonMappingException mapping
                ? mapping.getPath().stream().map(InputBinder::step).collect(Collectors.joining("."))
                : "arguments";
        String message = field + " cannot be taken: " + tooLarge.getOriginalMessage() + ".";
        return new ToolException(
                Failure.of(ErrorKind.INVALID_INPUT, message, "Correct " + field + ", then call again.")
                        .onField(field),
                tooLarge);
    }

    private static String step(JsonMappingException.Reference step) {
        return step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName();
    }

    private static ToolException refusal(List<Violation> violations, @Nullable ObjectNode corrected) {
        String problems = violations.stream()
                .limit(MOST_VIOLATIONS)
                .map(Violation::message)
                .collect(Collectors.joining(" "));
        int more = violations.size() - MOST_VIOLATIONS;
        String message = more > 0 ? problems + " And " + more + " more." : problems;
        return new ToolException(Failure.of(ErrorKind.INVALID_INPUT, message, nextStep(violations, corrected))
                .onField(violations.get(0).field()));
    }

    private static String nextStep(List<Violation> violations, @Nullable ObjectNode corrected) {
        String changes = corrected == null ? "" : corrected.toString();
        if (!changes.isEmpty() && changes.length() <= LONGEST_CORRECTION) {
            return "Call again with " + changes + " in place of what was wrong.";
        }
        String suggestions = violations.stream()
                .limit(MOST_VIOLATIONS)
                .map(Violation::suggestion)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return suggestions.isEmpty()
                ? "Correct " + violations.get(0).field() + ", then call again."
                : suggestions + " Then call again.";
    }

    /** Not made before it is needed: the start must not wait for it. */
    private SchemaValidator validator() {
        SchemaValidator made = validator;
        if (made == null) {
            synchronized (this) {
                made = validator == null ? new SchemaValidator() : validator;
                validator = made;
            }
        }
        return Objects.requireNonNull(made);
    }
}
