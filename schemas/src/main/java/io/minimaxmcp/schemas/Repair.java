package io.minimaxmcp.schemas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Works out the value that was obviously meant; says nothing where a guess would be needed. */
final class Repair {
    private Repair() {}

    static Optional<JsonNode> of(BrokenRule rule) {
        return switch (rule.keyword()) {
            case "type" -> typed(rule.value(), rule.schema());
            case "enum" -> chosen(rule.value(), rule.schema().path("enum"));
            case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf" ->
                decimal(rule.value()).flatMap(number -> inRange(number, rule.schema()));
            default -> Optional.empty();
        };
    }

    /** Whether the value is what the schema wants by its type, or obviously meant to be. */
    static boolean fits(JsonNode value, JsonNode schema) {
        boolean isRight = switch (schema.path("type").asText()) {
            case "string" -> value.isTextual();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            default -> false;
        };
        return isRight
                || (!schema.path("type").asText().equals("string")
                        && typed(value, schema).isPresent());
    }

    private static Optional<JsonNode> typed(JsonNode value, JsonNode schema) {
        return switch (schema.path("type").asText()) {
            case "integer" ->
                decimal(value)
                        .map(number -> number.setScale(0, RoundingMode.HALF_UP))
                        .map(Repair::number);
            case "number" -> decimal(value).map(Repair::number);
            case "boolean" -> truth(value);
            case "string" -> text(value);
            case "array" -> array(value, schema.path("items"));
            case "object" -> parsed(value).filter(JsonNode::isObject);
            default -> Optional.empty();
        };
    }

    private static Optional<BigDecimal> decimal(JsonNode value) {
        try {
            return value.isNumber() || value.isTextual()
                    ? Optional.of(new BigDecimal(value.asText().strip())).filter(SensibleNumbers::includes)
                    : Optional.empty();
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    /** In the form that a parser gives the same number. */
    private static JsonNode number(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        if (plain.scale() > 0) {
            return DecimalNode.valueOf(plain);
        }
        BigInteger whole = plain.toBigInteger();
        return whole.bitLength() < Integer.SIZE
                ? IntNode.valueOf(whole.intValue())
                : JsonNodeFactory.instance.numberNode(whole);
    }

    private static Optional<JsonNode> truth(JsonNode value) {
        String word = value.isTextual() ? value.textValue().strip() : "";
        return word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false")
                ? Optional.of(BooleanNode.valueOf(word.equalsIgnoreCase("true")))
                : Optional.empty();
    }

    private static Optional<JsonNode> text(JsonNode value) {
        JsonNode only = value.isArray() && value.size() == 1 ? value.path(0) : value;
        return only.isValueNode() && !only.isNull() ? Optional.of(TextNode.valueOf(only.asText())) : Optional.empty();
    }

    private static Optional<JsonNode> array(JsonNode value, JsonNode items) {
        Optional<JsonNode> written = parsed(value).filter(JsonNode::isArray);
        boolean fits = items.path("type").asText().equals(value.isObject() ? "object" : "string");
        return written.isPresent() || !fits || !(value.isObject() || value.isTextual())
                ? written
                : Optional.of(JsonNodeFactory.instance.arrayNode().add(value));
    }

    /** Models like to send arrays and objects as text that holds their JSON. */
    private static Optional<JsonNode> parsed(JsonNode value) {
        try {
            return value.isTextual() ? Optional.of(Json.MAPPER.readTree(value.textValue())) : Optional.empty();
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> chosen(JsonNode value, JsonNode allowed) {
        List<JsonNode> choices =
                StreamSupport.stream(allowed.spliterator(), false).toList();
        if (value.isNumber() && choices.stream().allMatch(JsonNode::isNumber)) {
            BigDecimal wanted = value.decimalValue();
            return choices.stream()
                    .min(Comparator.comparing(
                            choice -> choice.decimalValue().subtract(wanted).abs()));
        }
        List<String> names = choices.stream().map(JsonNode::asText).toList();
        return value.isTextual()
                ? Ratios.nearest(value.textValue(), names)
                        .or(() -> Nearest.to(value.textValue(), names))
                        .map(TextNode::valueOf)
                : Optional.empty();
    }

    private static Optional<JsonNode> inRange(BigDecimal value, JsonNode schema) {
        if (schema.has("exclusiveMinimum")
                && value.compareTo(schema.path("exclusiveMinimum").decimalValue()) <= 0) {
            return Optional.empty();
        }
        BigDecimal step = schema.has("multipleOf") ? schema.path("multipleOf").decimalValue() : null;
        BigDecimal kept = step == null
                ? value
                : value.divide(step, 0, RoundingMode.HALF_UP).multiply(step);
        if (schema.has("minimum")) {
            kept = kept.max(schema.path("minimum").decimalValue());
        }
        if (schema.has("maximum")) {
            kept = kept.min(schema.path("maximum").decimalValue());
        }
        return Optional.of(number(kept));
    }
}
