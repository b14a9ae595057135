package io.minimaxmcp.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Puts a broken rule into words: which field, what it is, what is allowed, and what to do instead. */
final class Sentences {
    private static final int CHOICES_MAX = 24;

    private Sentences() {}

    /** @param subject what has the arguments, for instance the tool's name */
    static Violation violation(String subject, BrokenRule rule) {
        return switch (rule.keyword()) {
            case "required" ->
                said(rule, missing(subject, rule), Optional.of("Add " + rule.name() + expected(rule)), null);
            case "additionalProperties" -> unknown(subject, rule);
            default -> {
                Optional<JsonNode> meant = Repair.of(rule);
                Correction correction = meant.map(value -> new Correction(rule.at(), rule.name(), value))
                        .orElse(null);
                yield said(rule, wrong(rule), meant.map(value -> "Use " + Shown.value(value) + "."), correction);
            }
        };
    }

    static Violation absurd(BrokenRule rule) {
        String message =
                rule.field() + " is " + Shown.value(rule.value()) + ", which is beyond every number that is allowed.";
        return said(rule, message, Optional.empty(), null);
    }

    private static Violation said(
            BrokenRule rule, String message, Optional<String> suggestion, @Nullable Correction correction) {
        String value = rule.isMissing() ? null : Shown.value(rule.value());
        return new Violation(rule.field(), rule.keyword(), value, message, suggestion.orElse(null), correction);
    }

    private static String missing(String subject, BrokenRule rule) {
        return rule.field() + " is missing" + (rule.isNested() ? "." : ": " + subject + " needs it.");
    }

    private static String expected(BrokenRule rule) {
        String type = kind(rule.schema());
        String description = rule.schema().path("description").asText();
        return (type.isEmpty() ? "" : ", " + type) + (description.isEmpty() ? "." : ": " + description + ".");
    }

    private static Violation unknown(String subject, BrokenRule rule) {
        Optional<String> near = rule.meant();
        String holder = rule.isNested() ? rule.holder() + " has no field " : subject + " has no argument ";
        String message = holder + Shown.name(rule.name()) + "." + (near.isPresent() ? "" : knownNames(rule.known()));
        Correction correction =
                near.map(name -> new Correction(rule.at(), name, rule.value())).orElse(null);
        String suggestion = near.map(name -> "Use " + name + ".").orElse("Leave it out.");
        return new Violation(rule.field(), rule.keyword(), null, message, suggestion, correction);
    }

    private static String knownNames(List<String> known) {
        return known.isEmpty() ? " It takes none." : " Known: " + String.join(", ", known) + ".";
    }

    private static String wrong(BrokenRule rule) {
        JsonNode schema = rule.schema();
        String is = rule.field() + " is " + Shown.value(rule.value());
        return switch (rule.keyword()) {
            case "type" -> is + ", but must be " + kind(schema) + ".";
            case "enum", "const" -> is + ", but allowed are: " + choices(schema) + ".";
            case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum" ->
                is + ", but must be " + range(schema) + ".";
            case "multipleOf" ->
                is + ", but must be a multiple of " + schema.path("multipleOf").asText() + ".";
            case "minLength", "maxLength" -> length(rule);
            case "minItems", "maxItems" ->
                rule.field() + " has " + counted(rule.value().size(), "entries", "entry") + ", but must have "
                        + bounds(schema, "minItems", "maxItems") + ".";
            case "pattern" -> is + ", but must match " + schema.path("pattern").asText() + ".";
            default -> is + ", which breaks the rule " + rule.keyword() + ".";
        };
    }

    private static String length(BrokenRule rule) {
        String text = rule.value().asText();
        if (text.isEmpty()) {
            return rule.field() + " is empty.";
        }
        int characters = text.codePointCount(0, text.length());
        return rule.field() + " has " + counted(characters, "characters", "character") + ", but must have "
                + bounds(rule.schema(), "minLength", "maxLength") + ".";
    }

    private static String counted(int count, String many, String one) {
        return count + " " + (count == 1 ? one : many);
    }

    private static String range(JsonNode schema) {
        if (schema.has("exclusiveMinimum") && schema.has("maximum")) {
            return "above " + schema.path("exclusiveMinimum").asText() + " and at most "
                    + schema.path("maximum").asText();
        }
        if (schema.has("exclusiveMinimum")) {
            return "above " + schema.path("exclusiveMinimum").asText();
        }
        if (schema.has("exclusiveMaximum")) {
            return "below " + schema.path("exclusiveMaximum").asText();
        }
        return bounds(schema, "minimum", "maximum");
    }

    private static String bounds(JsonNode schema, String least, String most) {
        if (schema.has(least) && schema.has(most)) {
            String from = schema.path(least).asText();
            String to = schema.path(most).asText();
            return from.equals(to) ? "exactly " + from : "from " + from + " to " + to;
        }
        return schema.has(least)
                ? "at least " + schema.path(least).asText()
                : "at most " + schema.path(most).asText();
    }

    private static String kind(JsonNode schema) {
        return switch (schema.path("type").asText()) {
            case "integer" -> "a whole number";
            case "number" -> "a number";
            case "boolean" -> "true or false";
            case "string" -> "a string";
            case "array" -> "an array";
            case "object" -> "an object";
            default -> "";
        };
    }

    private static String choices(JsonNode schema) {
        List<String> all = StreamSupport.stream(schema.path("enum").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        return all.size() <= CHOICES_MAX
                ? String.join(", ", all)
                : all.stream().limit(CHOICES_MAX).collect(Collectors.joining(", ")) + " …";
    }
}
