package io.minimaxmcp.tools.upstream;

/**
 * How full a lane is.
 *
 * @param perMinute how many requests may leave in any minute
 * @param lastMinute how many left in the last one
 * @param waiting how many wait for their turn
 * @param nextInMs when the next one may leave; 0 for at once
 */
public record LaneState(Lane lane, int perMinute, int lastMinute, int waiting, long nextInMs) {}
