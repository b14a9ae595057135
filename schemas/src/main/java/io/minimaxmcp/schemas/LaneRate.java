package io.minimaxmcp.schemas;

import org.jspecify.annotations.Nullable;

/**
 * The default rate of one lane.
 *
 * @param inFlight requests under way at once, and tasks until they end; null when no cap is published
 */
public record LaneRate(int requestsPerMinute, @Nullable Integer inFlight, String source) {}
