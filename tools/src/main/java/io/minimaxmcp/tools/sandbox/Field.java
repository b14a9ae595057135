package io.minimaxmcp.tools.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One row of a request table: a field's name, its type, and what its value must be. */
final class Field {
    private final String name;
    private final boolean required;
    private final List<Rule> rules;

    /** Says what is wrong with a value, or null; may refuse by itself. */
    private interface Rule {
        @Nullable
        String complaint(JsonNode value, String where);
    }

    private Field(String name, boolean required, List<Rule> rules) {
        this.name = name;
        this.required = required;
        this.rules = List.copyOf(rules);
    }

    static Field text(String name) {
        return typed(name, JsonNode::isTextual, "a string");
    }

    /** An integer: MiniMax takes neither {@code "6"} nor {@code 6.0} for 6. */
    static Field whole(String name) {
        return typed(name, JsonNode::isIntegralNumber, "an integer");
    }

    static Field number(String name) {
        return typed(name, JsonNode::isNumber, "a number");
    }

    static Field flag(String name) {
        return typed(name, JsonNode::isBoolean, "a boolean");
    }

    static Field object(String name, Rules rules) {
        return typed(name, JsonNode::isObject, "an object").with((value, where) -> {
            rules.check(value, where + ".");
            return null;
        });
    }

    static Field list(String name, Rules element) {
        return listOf(name, JsonNode::isObject, "objects", (value, where) -> element.check(value, where + "."));
    }

    static Field texts(String name) {
        return listOf(name, JsonNode::isTextual, "strings", (value, where) -> {});
    }

    private static Field typed(String name, Predicate<JsonNode> type, String typeName) {
        return new Field(name, false, List.of((value, where) -> type.test(value) ? null : "must be " + typeName));
    }

    private interface Each {
        void check(JsonNode element, String where);
    }

    private static Field listOf(String name, Predicate<JsonNode> type, String elements, Each each) {
        return typed(name, JsonNode::isArray, "an array").with((value, where) -> {
            for (int i = 0; i < value.size(); i++) {
                if (!type.test(value.get(i))) {
                    return "must be an array of " + elements;
                }
                each.check(value.get(i), where + "[" + i + "]");
            }
            return null;
        });
    }

    private Field with(Rule rule) {
        List<Rule> more = new ArrayList<>(rules);
        more.add(rule);
        return new Field(name, required, more);
    }

    Field required() {
        return new Field(name, true, rules);
    }

    /** A rule in the caller's own words: what is wrong with the value, or null. */
    Field rule(Function<JsonNode, @Nullable String> complaint) {
        return with((value, where) -> complaint.apply(value));
    }

    Field oneOf(String... allowed) {
        List<String> all = List.of(allowed);
        return with((value, where) -> all.contains(value.asText()) ? null : "must be one of " + all);
    }

    Field anyOf(int... allowed) {
        List<Integer> all = Arrays.stream(allowed).boxed().toList();
        return with((value, where) ->
                value.canConvertToInt() && all.contains(value.asInt()) ? null : "must be one of " + all);
    }

    /** Length in characters (code points), both ends included. */
    Field length(int min, int max) {
        return with((value, where) -> {
            String text = value.asText();
            int length = text.codePointCount(0, text.length());
            return length < min || length > max || (min > 0 && text.isBlank())
                    ? "must have " + min + " to " + max + " characters, not " + length
                    : null;
        });
    }

    Field between(double min, double max) {
        return with((value, where) -> value.asDouble() < min || value.asDouble() > max
                ? "must be between " + plain(min) + " and " + plain(max) + ", not " + value.asText()
                : null);
    }

    Field above(double limit) {
        return with((value, where) -> value.asDouble() <= limit ? "must be greater than " + plain(limit) : null);
    }

    Field multipleOf(int step) {
        return with((value, where) -> value.asLong() % step == 0 ? null : "must be a multiple of " + step);
    }

    Field size(int min, int max) {
        return with((value, where) -> value.size() < min || value.size() > max
                ? "must have " + (min == max ? "exactly " + min : min + " to " + max) + " elements, not " + value.size()
                : null);
    }

    Field matching(Pattern pattern, String words) {
        return with((value, where) -> pattern.matcher(value.asText()).matches() ? null : words);
    }

    String name() {
        return name;
    }

    /** An explicit null counts as absent, as it does for MiniMax's own parser. */
    void check(JsonNode parent, String prefix) {
        JsonNode value = parent.path(name);
        if (value.isMissingNode() || value.isNull()) {
            if (required) {
                throw Refusal.invalid(prefix + name + " is required");
            }
            return;
        }
        for (Rule rule : rules) {
            String complaint = rule.complaint(value, prefix + name);
            if (complaint != null) {
                throw Refusal.invalid(prefix + name + " " + complaint);
            }
        }
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
