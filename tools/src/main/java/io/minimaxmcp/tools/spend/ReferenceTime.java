package io.minimaxmcp.tools.spend;

/**
 * How long the reference videos of a request play.
 *
 * @param isMost whether it is the most it can be, because not all were measured
 */
public record ReferenceTime(double seconds, boolean isMost) {
    /** No reference videos. */
    public static final ReferenceTime NONE = new ReferenceTime(0, false);
}
