package io.minimaxmcp.tools.upstream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request to MiniMax.
 *
 * @param pathParameters fill the path's {@code {name}} segments
 * @param query the query string's parameters, unencoded; empty ones are not sent
 * @param body JSON, not changed once it is handed over; null for none
 * @param upload multipart form with one file, instead of a body
 */
public record Call(
        Endpoint endpoint,
        Map<String, String> pathParameters,
        Map<String, String> query,
        @Nullable ObjectNode body,
        @Nullable Upload upload) {
    public Call {
        pathParameters = Map.copyOf(pathParameters);
        query = Map.copyOf(query);
        if (body != null && upload != null) {
            throw new IllegalArgumentException("a call has a body or an upload, not both");
        }
    }

    public static Call post(Endpoint endpoint, ObjectNode body) {
        return new Call(endpoint, Map.of(), Map.of(), body, null);
    }

    public static Call get(Endpoint endpoint, Map<String, String> query) {
        return new Call(endpoint, Map.of(), query, null, null);
    }

    /** A call of a path with segments, without query or body. */
    public static Call at(Endpoint endpoint, Map<String, String> pathParameters) {
        return new Call(endpoint, pathParameters, Map.of(), null, null);
    }

    public static Call upload(Endpoint endpoint, Upload upload) {
        return new Call(endpoint, Map.of(), Map.of(), null, upload);
    }

    /** The path and query string as they are sent. */
    public String target() {
        return endpoint.path(pathParameters) + Query.of(query);
    }
}
