package io.minimaxmcp.tools.media.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Facts as they are found; senseless ones are left out. */
final class Findings {
    private static final int LARGEST_SIDE = 1 << 20;
    private static final int MOST_CODECS = 16;

    private final List<String> codecs = new ArrayList<>();
    private @Nullable String mimeType;
    private @Nullable Integer width;
    private @Nullable Integer height;
    private @Nullable Long durationMs;
    private @Nullable Integer sampleRate;
    private @Nullable Integer channels;
    private @Nullable Double framesPerSecond;

    void type(String mimeType) {
        this.mimeType = mimeType;
    }

    void size(long width, long height) {
        if (width > 0 && height > 0 && width <= LARGEST_SIDE && height <= LARGEST_SIDE) {
            this.width = (int) width;
            this.height = (int) height;
        }
    }

    void sound(long sampleRate, int channels) {
        if (sampleRate > 0 && sampleRate <= 1_000_000 && channels > 0 && channels <= 64) {
            this.sampleRate = (int) sampleRate;
            this.channels = channels;
        }
    }

    /** So many ticks of a clock that ticks so many times a second; nothing if either makes no sense. */
    void duration(long ticks, long perSecond) {
        if (ticks > 0 && perSecond > 0) {
            long seconds = ticks / perSecond;
            if (seconds < Integer.MAX_VALUE) {
                durationMs = seconds * 1000 + Math.round(1000.0 * (ticks % perSecond) / perSecond);
            }
        }
    }

    void framesPerSecond(double framesPerSecond) {
        if (framesPerSecond > 0 && framesPerSecond < 100_000) {
            this.framesPerSecond = framesPerSecond;
        }
    }

    void codec(String name) {
        if (codecs.size() < MOST_CODECS) {
            codecs.add(name);
        }
    }

    /** Empty as long as there is no type. */
    Optional<MediaFacts> facts() {
        return Optional.ofNullable(mimeType)
                .map(type ->
                        new MediaFacts(type, width, height, durationMs, sampleRate, channels, framesPerSecond, codecs));
    }
}
