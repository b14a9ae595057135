package io.minimaxmcp.schemas;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One schema made ready to check with. Only the validator's verdict is used; the words are ours. */
final class CompiledSchema {
    private final ObjectNode document;
    private final Schema schema;

    CompiledSchema(SchemaRegistry registry, ObjectNode document) {
        this.document = document;
        this.schema = registry.getSchema(document);
    }

    /**
     * At most one violation a field, the first: a value of the wrong type breaks the rules for its value as well. What is
     * missing only because its name is misspelt is not said twice.
     */
    List<Violation> check(String subject, JsonNode instance) {
        return SensibleNumbers.firstOutside(instance, JsonPointer.empty())
                .map(place -> List.of(Sentences.absurd(BrokenRule.absurd(place, instance))))
                .orElseGet(() -> checked(subject, instance));
    }

    private List<Violation> checked(String subject, JsonNode instance) {
        Map<JsonPointer, Violation> byPlace = new LinkedHashMap<>();
        for (Error error : schema.validate(instance)) {
            BrokenRule rule = BrokenRule.of(error, instance, document);
            byPlace.computeIfAbsent(rule.at(), place -> Sentences.violation(subject, rule));
        }
        List<Correction> corrections = byPlace.values().stream()
                .map(Violation::correction)
                .filter(Objects::nonNull)
                .toList();
        corrections.forEach(correction -> byPlace.computeIfPresent(
                correction.corrected(), (place, found) -> found.keyword().equals("required") ? null : found));
        return List.copyOf(byPlace.values());
    }
}
