package io.minimaxmcp.tools.capability.video;

import io.minimaxmcp.schemas.Limits;
import io.minimaxmcp.tools.media.InputMedia;
import io.minimaxmcp.tools.spend.ReferenceTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The media that a video is made from; all may be missing.
 *
 * @param person who is to appear
 * @param images references, as are the videos and the audios
 */
record Footage(
        @Nullable InputMedia first,
        @Nullable InputMedia last,
        @Nullable InputMedia person,
        List<InputMedia> images,
        List<InputMedia> videos,
        List<InputMedia> audios) {

    /** How many pictures MiniMax counts. */
    int pictures() {
        return images.size() + (first == null ? 0 : 1) + (last == null ? 0 : 1);
    }

    int references() {
        return images.size() + videos.size() + audios.size();
    }

    /** How long they play together, as far as anybody here has looked at them. */
    static double seconds(List<InputMedia> clips) {
        return clips.stream()
                        .map(Footage::length)
                        .mapToLong(length -> length == null ? 0 : length)
                        .sum()
                / 1000.0;
    }

    /** What MiniMax may bill for the reference videos: one that nobody here has looked at plays as long as the limits let it. */
    ReferenceTime billed(Limits limits) {
        long unmeasured = videos.stream().filter(clip -> length(clip) == null).count();
        int each = limits.clipMaxSeconds() == null ? 0 : limits.clipMaxSeconds();
        int together = limits.clipsTotalMaxSeconds() == null ? Integer.MAX_VALUE : limits.clipsTotalMaxSeconds();
        return new ReferenceTime(Math.min(together, seconds(videos) + unmeasured * each), unmeasured > 0);
    }

    private static @Nullable Long length(InputMedia clip) {
        return clip instanceof InputMedia.Kept kept ? kept.facts().durationMs() : null;
    }
}
