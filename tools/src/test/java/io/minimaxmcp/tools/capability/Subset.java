package io.minimaxmcp.tools.capability;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Compares JSON with what it must hold at least. */
final class Subset {
    private Subset() {}

    /**
     * Where the two differ: objects may hold more than expected, arrays not; an expected null means "absent"; numbers are compared by
     * value; an expected text {@code ~word} must be contained.
     */
    static List<String> differences(String where, JsonNode expected, JsonNode actual) {
        List<String> found = new ArrayList<>();
        compare(where, expected, actual, found);
        return found;
    }

    private static void compare(String where, JsonNode expected, JsonNode actual, List<String> found) {
        if (expected.isObject() && actual.isObject()) {
            expected.properties()
                    .forEach(member -> compare(
                            where + "." + member.getKey(), member.getValue(), actual.path(member.getKey()), found));
        } else if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
            for (int i = 0; i < expected.size(); i++) {
                compare(where + "[" + i + "]", expected.get(i), actual.get(i), found);
            }
        } else if (!same(expected, actual)) {
            String shown = actual.isMissingNode() ? "missing" : actual.toString();
            found.add(
                    where + ": expected " + expected + " but was " + shown.substring(0, Math.min(400, shown.length())));
        }
    }

    private static boolean same(JsonNode expected, JsonNode actual) {
        if (expected.isNull()) {
            return actual.isMissingNode() || actual.isNull();
        }
        if (expected.isNumber() && actual.isNumber()) {
            return expected.decimalValue().compareTo(actual.decimalValue()) == 0;
        }
        if (expected.isTextual() && expected.textValue().startsWith("~")) {
            return actual.isTextual()
                    && actual.textValue().contains(expected.textValue().substring(1));
        }
        return expected.equals(actual);
    }
}
