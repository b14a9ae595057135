package io.minimaxmcp.schemas;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a document leaves out: lists and maps that are not there are empty, never null. */
final class Absent {
    private Absent() {}

    static <T> List<T> asEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    static <T> Map<String, T> asEmpty(@Nullable Map<String, T> map) {
        return map == null ? Map.of() : map;
    }
}
