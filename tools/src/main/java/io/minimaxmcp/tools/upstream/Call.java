package io.minimaxmcp.tools.upstream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request to MiniMax.
 *
 * @param pathParameters fill the path's {@code {name}} segments
 * @param query the query string's parameters, unencoded
 * @param body JSON; null for none
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
    }

    public static Call post(Endpoint endpoint, ObjectNode body) {
        return new Call(endpoint, Map.of(), Map.of(), body, null);
    }

    public static Call get(Endpoint endpoint, Map<String, String> query) {
        return new Call(endpoint, Map.of(), query, null, null);
    }

    public static Call upload(Endpoint endpoint, Upload upload) {
        return new Call(endpoint, Map.of(), Map.of(), null, upload);
    }
}
