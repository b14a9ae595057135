package io.minimaxmcp.tools.tool;

/**
 * How far a call is, for a person to read.
 *
 * @param progress rises with every report of the same call
 * @param total what {@code progress} is expected to reach
 */
public record Progress(double progress, double total, String message) {}
