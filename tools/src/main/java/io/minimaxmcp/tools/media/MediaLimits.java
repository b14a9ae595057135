package io.minimaxmcp.tools.media;

import io.minimaxmcp.schemas.ImageLimits;
import io.minimaxmcp.schemas.VoiceSample;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What MiniMax takes in one place of a request. What is null is not limited there.
 *
 * @param formats as file extensions: {@code jpg}, {@code mp3}
 * @param shortSideAbovePx the shorter side must be longer than this
 * @param ratioMin of width to height
 * @param framesMin a second, of videos
 */
public record MediaLimits(
        List<String> formats,
        long maxBytes,
        @Nullable Integer shortSideAbovePx,
        @Nullable Integer sideMinPx,
        @Nullable Integer sideMaxPx,
        @Nullable Double ratioMin,
        @Nullable Double ratioMax,
        @Nullable Duration durationMin,
        @Nullable Duration durationMax,
        @Nullable Double framesMin,
        @Nullable Integer framesMax) {
    /** For models whose limits nobody here knows: what any of MiniMax's models takes. */
    public static final MediaLimits ANY_IMAGE = new MediaLimits(
            List.of("jpg", "png", "webp", "heic", "heif"), 30 << 20, null, null, null, null, null, null, null);

    /** Limits of pictures and sound. */
    public MediaLimits(
            List<String> formats,
            long maxBytes,
            @Nullable Integer shortSideAbovePx,
            @Nullable Integer sideMinPx,
            @Nullable Integer sideMaxPx,
            @Nullable Double ratioMin,
            @Nullable Double ratioMax,
            @Nullable Duration durationMin,
            @Nullable Duration durationMax) {
        this(
                formats,
                maxBytes,
                shortSideAbovePx,
                sideMinPx,
                sideMaxPx,
                ratioMin,
                ratioMax,
                durationMin,
                durationMax,
                null,
                null);
    }

    public MediaLimits {
        formats = List.copyOf(formats);
        for (String format : formats) {
            if (MediaTypes.ofExtension(format).isEmpty()) {
                throw new IllegalArgumentException("no media type is known for the extension " + format);
            }
        }
        if (formats.isEmpty() || maxBytes < 1) {
            throw new IllegalArgumentException("limits must allow something");
        }
    }

    public static MediaLimits of(ImageLimits image) {
        return new MediaLimits(
                image.formats(),
                image.maxBytes(),
                image.shortSideAbovePx(),
                image.sideMinPx(),
                image.sideMaxPx(),
                image.ratioMin(),
                image.ratioMax(),
                null,
                null);
    }

    public static MediaLimits of(VoiceSample sample) {
        return clip(
                sample.formats(),
                sample.maxBytes(),
                Duration.ofSeconds(sample.minSeconds()),
                Duration.ofSeconds(sample.maxSeconds()));
    }

    /** For texts. */
    static MediaLimits text(long maxBytes) {
        return new MediaLimits(List.of(Intake.TEXT), maxBytes, null, null, null, null, null, null, null);
    }

    /** The same for videos whose sides are limited as a picture's are, and whose frames a second are. */
    public MediaLimits showing(ImageLimits picture, @Nullable Double leastFrames, @Nullable Integer mostFrames) {
        return new MediaLimits(
                formats,
                maxBytes,
                picture.shortSideAbovePx(),
                picture.sideMinPx(),
                picture.sideMaxPx(),
                picture.ratioMin(),
                picture.ratioMax(),
                durationMin,
                durationMax,
                leastFrames,
                mostFrames);
    }

    /** For sound and video that is limited in length. */
    public static MediaLimits clip(List<String> formats, long maxBytes, Duration min, Duration max) {
        return new MediaLimits(formats, maxBytes, null, null, null, null, null, min, max);
    }
}
