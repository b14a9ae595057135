package io.minimaxmcp.schemas;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.math.BigDecimal;
import java.util.Map.Entry;
import java.util.Optional;

/**
 * Keeps numbers such as {@code 1e999999999} from everything that would write them out digit by digit: a few bytes of JSON
 * would otherwise cost gigabytes.
 */
final class SensibleNumbers {
    private static final int DIGITS_MAX = 100;

    private SensibleNumbers() {}

    static boolean includes(BigDecimal number) {
        return Math.abs((long) number.scale()) <= DIGITS_MAX && number.precision() <= DIGITS_MAX;
    }

    /** Where the first number stands that is out of all proportion. */
    static Optional<JsonPointer> firstOutside(JsonNode node, JsonPointer place) {
        if (node.isNumber()) {
            return includes(node.decimalValue()) ? Optional.empty() : Optional.of(place);
        }
        Optional<JsonPointer> found = Optional.empty();
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size() && found.isEmpty(); i++) {
                found = firstOutside(array.path(i), place.appendIndex(i));
            }
        }
        for (Entry<String, JsonNode> member : node.properties()) {
            found = found.or(() -> firstOutside(member.getValue(), place.appendProperty(member.getKey())));
        }
        return found;
    }
}
