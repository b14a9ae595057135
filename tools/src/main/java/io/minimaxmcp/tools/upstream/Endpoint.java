package io.minimaxmcp.tools.upstream;

import java.time.Duration;

/**
 * One path of the MiniMax API.
 *
 * @param name for logs and metrics
 * @param path with {@code {name}} segments, beginning with {@code /v1} or {@code /v2}
 * @param timeout of one attempt
 */
public record Endpoint(String name, Method method, String path, Lane lane, Repeat repeat, Duration timeout) {

    /** The HTTP method. */
    public enum Method {
        GET,
        POST,
        DELETE
    }

    /** Whether the same request may be sent twice. */
    public enum Repeat {
        /** Reads and idempotent changes: repeated on any passing fault. */
        HARMLESS,
        /** Costs or creates: repeated only when MiniMax provably did not take it. */
        PAID
    }
}
