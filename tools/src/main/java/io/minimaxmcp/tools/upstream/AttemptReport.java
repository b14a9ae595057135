package io.minimaxmcp.tools.upstream;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What became of one attempt of a request to MiniMax, for whoever counts.
 *
 * @param attempt counted from 1
 * @param status of the HTTP answer; null where none came
 * @param outcome {@code ok}, or the fault's name in the table of error codes
 * @param upstreamCode MiniMax's own code, where it sent one
 */
public record AttemptReport(
        String endpoint,
        Lane lane,
        int attempt,
        @Nullable Integer status,
        String outcome,
        @Nullable Integer upstreamCode,
        Duration took) {}
