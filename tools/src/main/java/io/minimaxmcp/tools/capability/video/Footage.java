package io.minimaxmcp.tools.capability.video;

import io.minimaxmcp.schemas.Limits;
import io.minimaxmcp.tools.media.InputMedia;
import io.minimaxmcp.tools.spend.ReferenceTime;
import java.util.List;
import java.util.Objects;
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
        return new ReferenceTime(within(limits, seconds(videos) + unmeasured * longest(limits)), unmeasured > 0);
    }

    /** The most seconds that so many clips can play. */
    static int most(Limits limits, int clips) {
        return (int) within(limits, clips * longest(limits));
    }

    private static int longest(Limits limits) {
        return Objects.requireNonNullElse(limits.clipMaxSeconds(), 0);
    }

    private static double within(Limits limits, double seconds) {
        return Math.min(Objects.requireNonNullElse(limits.clipsTotalMaxSeconds(), Integer.MAX_VALUE), seconds);
    }

    private static @Nullable Long length(InputMedia clip) {
        return clip instanceof InputMedia.Kept kept ? kept.facts().durationMs() : null;
    }
}
