package io.minimaxmcp.tools.upstream;

import java.time.Duration;
import java.util.Map;

/**
 * One path of the MiniMax API.
 *
 * @param name for logs and metrics
 * @param path with {@code {name}} segments, beginning with {@code /}
 * @param timeout of one attempt, from connecting to the last byte
 */
public record Endpoint(String name, Method method, String path, Lane lane, Repeat repeat, Duration timeout) {
    public Endpoint {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("the path of " + name + " must begin with /");
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("the timeout of " + name + " must be positive");
        }
    }

    /** The path with its segments filled in, percent-encoded. */
    String path(Map<String, String> parameters) {
        String filled = path;
        for (var parameter : parameters.entrySet()) {
            filled = filled.replace("{" + parameter.getKey() + "}", Query.encode(parameter.getValue()));
        }
        if (filled.indexOf('{') >= 0) {
            throw new IllegalArgumentException("a segment of " + path + " was not given");
        }
        return filled;
    }

    /** The HTTP method. */
    public enum Method {
        GET,
        POST,
        DELETE
    }

    /** Whether the same request may be sent twice. */
    public enum Repeat {
        /** Reads, and changes that end the same however often they are made: repeated on any passing fault. */
        HARMLESS,
        /** Free, but a late second arrival could do something else: repeated only when provably not taken. */
        ONCE,
        /** Free, but what it does depends on what was seen right before: never repeated without another look. */
        NEVER,
        /** Costs: repeated only when MiniMax provably did not take it. */
        PAID
    }
}
