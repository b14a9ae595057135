package io.minimaxmcp.server.rpc;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where in a distributed trace a request stands (W3C Trace Context), as its {@code _meta} says. */
public final class TraceParent {
    /** The name of the header, and of the key in {@code _meta}. */
    public static final String NAME = "traceparent";

    private static final Pattern FORM = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private TraceParent() {}

    /** What the params of a request say; empty where they say nothing, or nothing of that form. */
    public static Optional<String> in(ObjectNode params) {
        return valid(params.path("_meta").path(NAME).asText());
    }

    /** Lets a request say what the header that came with it says, unless it says something itself. */
    public static void fill(ObjectNode params, Optional<String> header) {
        Optional<String> outer = header.flatMap(TraceParent::valid);
        if (outer.isPresent() && in(params).isEmpty()) {
            ObjectNode meta =
                    params.path("_meta") instanceof ObjectNode given ? given : JsonNodeFactory.instance.objectNode();
            params.set("_meta", meta.put(NAME, outer.get()));
        }
    }

    private static Optional<String> valid(String text) {
        return FORM.matcher(text).matches() ? Optional.of(text) : Optional.empty();
    }
}
