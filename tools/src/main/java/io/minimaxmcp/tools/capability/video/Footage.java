package io.minimaxmcp.tools.capability.video;

import io.minimaxmcp.tools.media.InputMedia;
import java.util.List;
import java.util.stream.Stream;
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
                        .flatMap(clip -> clip instanceof InputMedia.Kept kept ? Stream.of(kept) : Stream.empty())
                        .map(kept -> kept.facts().durationMs())
                        .mapToLong(length -> length == null ? 0 : length)
                        .sum()
                / 1000.0;
    }
}
