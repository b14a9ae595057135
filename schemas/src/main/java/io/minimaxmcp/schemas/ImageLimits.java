package io.minimaxmcp.schemas;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an image must be like to be taken as a frame or a reference.
 *
 * @param shortSideAbovePx the shorter side must be longer than this
 * @param ratioMin of width to height
 */
public record ImageLimits(
        List<String> formats,
        long maxBytes,
        @Nullable Integer shortSideAbovePx,
        @Nullable Integer sideMinPx,
        @Nullable Integer sideMaxPx,
        @Nullable Double ratioMin,
        @Nullable Double ratioMax) {
    public ImageLimits {
        formats = Absent.asEmpty(formats);
    }
}
