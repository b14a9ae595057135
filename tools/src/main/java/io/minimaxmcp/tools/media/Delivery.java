package io.minimaxmcp.tools.media;

import io.minimaxmcp.tools.tool.Tenant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All results of one job, to be brought to where they last.
 *
 * @param kind what they are, for names: {@code image video speech music}
 * @param label a few words on what they show, for names
 * @param outputName the caller's own name for them
 */
public record Delivery(
        Tenant tenant,
        String jobId,
        String kind,
        String label,
        @Nullable String outputName,
        List<Piece> pieces) {
    public Delivery {
        pieces = List.copyOf(pieces);
    }

    /** Whether they are one thing in several forms, such as sound and its subtitles: players look for those under the same name. */
    boolean isSet() {
        return pieces.size() > 1
                && pieces.stream().map(Piece::extension).distinct().count() == pieces.size();
    }

    MediaId id(int index) {
        return new MediaId(jobId, index + 1);
    }
}
