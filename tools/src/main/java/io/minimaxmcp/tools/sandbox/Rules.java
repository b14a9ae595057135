package io.minimaxmcp.tools.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules of one request body, written down the way the API reference's tables read; a breach is a 2013. */
final class Rules {
    private final List<Field> fields;
    private final List<Function<JsonNode, @Nullable String>> together;

    private Rules(List<Field> fields, List<Function<JsonNode, @Nullable String>> together) {
        this.fields = List.copyOf(fields);
        this.together = List.copyOf(together);
    }

    static Rules of(Field... fields) {
        return new Rules(List.of(fields), List.of());
    }

    /** These rules and a few fields more; a field of the same name replaces the earlier one. */
    Rules and(Field... more) {
        List<String> names = Stream.of(more).map(Field::name).toList();
        List<Field> all = new ArrayList<>(
                fields.stream().filter(field -> !names.contains(field.name())).toList());
        all.addAll(List.of(more));
        return new Rules(all, together);
    }

    /** A rule about several fields: says what is wrong, or null. */
    Rules when(Function<JsonNode, @Nullable String> complaint) {
        List<Function<JsonNode, @Nullable String>> all = new ArrayList<>(together);
        all.add(complaint);
        return new Rules(fields, all);
    }

    void check(ObjectNode body) {
        check(body, "");
    }

    void check(JsonNode body, String prefix) {
        refuseUnknown(body, prefix);
        for (Field field : fields) {
            field.check(body, prefix);
        }
        for (Function<JsonNode, @Nullable String> rule : together) {
            String complaint = rule.apply(body);
            if (complaint != null) {
                throw Refusal.invalid(complaint);
            }
        }
    }

    private void refuseUnknown(JsonNode body, String prefix) {
        for (Iterator<String> names = body.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (fields.stream().noneMatch(field -> field.name().equals(name))) {
                throw Refusal.invalid("unknown field '" + prefix + name + "'");
            }
        }
    }
}
