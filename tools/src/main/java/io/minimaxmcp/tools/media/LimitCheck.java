package io.minimaxmcp.tools.media;

import io.minimaxmcp.tools.media.probe.MediaFacts;
import io.minimaxmcp.tools.tool.Refusal;
import io.minimaxmcp.tools.tool.ToolException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says what about a medium MiniMax would refuse, before it costs. What the bytes do not tell is left to MiniMax. */
final class LimitCheck {
    private static final double FRAMES_OFF = 0.1;

    private final String field;
    private final MediaLimits limits;

    LimitCheck(String field, MediaLimits limits) {
        this.field = field;
        this.limits = limits;
    }

    void check(MediaFacts facts, long bytes) {
        checkSize(bytes);
        checkType(facts.mimeType());
        Integer width = facts.width();
        Integer height = facts.height();
        if (width != null && height != null) {
            checkSides(width, height);
            checkRatio(width, height);
        }
        Double frames = facts.framesPerSecond();
        if (frames != null) {
            checkFrames(frames);
        }
        Long duration = facts.durationMs();
        if (duration != null) {
            checkDuration(Duration.ofMillis(duration));
        }
    }

    void checkSize(long bytes) {
        if (bytes == 0) {
            throw refused("is empty", "Give a file that holds something.");
        }
        if (bytes > limits.maxBytes()) {
            throw tooLarge(Sizes.of(bytes));
        }
    }

    ToolException tooLarge(String size) {
        return refused(
                "is " + size + "; at most " + Sizes.of(limits.maxBytes()) + " are taken here",
                "Make it smaller, for instance by compressing or cutting it, and call again.");
    }

    ToolException unknownType() {
        return wrongType("no media that this server knows");
    }

    ToolException notUtf8() {
        return refused("is text, but not in UTF-8", "Save it as UTF-8 and call again.");
    }

    private ToolException wrongType(String type) {
        return refused(
                "is " + type + " by its bytes; taken here: " + String.join(", ", limits.formats()),
                "Convert it to " + limits.formats().get(0) + " and call again.");
    }

    private void checkType(String mimeType) {
        boolean fits = limits.formats().stream()
                .anyMatch(format -> MediaTypes.ofExtension(format).orElseThrow().equals(mimeType));
        if (!fits) {
            throw wrongType(mimeType);
        }
    }

    private void checkSides(int width, int height) {
        String is = "is " + width + "x" + height + " px; ";
        Integer above = limits.shortSideAbovePx();
        if (above != null && Math.min(width, height) <= above) {
            throw refused(
                    is + "the shorter side must be longer than " + above + " px", "Give a larger one and call again.");
        }
        Integer min = limits.sideMinPx();
        if (min != null && Math.min(width, height) < min) {
            throw refused(is + "each side must be at least " + min + " px", "Give a larger one and call again.");
        }
        Integer max = limits.sideMaxPx();
        if (max != null && Math.max(width, height) > max) {
            throw refused(is + "each side must be at most " + max + " px", "Scale it down and call again.");
        }
    }

    private void checkRatio(int width, int height) {
        double ratio = (double) width / height;
        if (isOutside(ratio, limits.ratioMin(), limits.ratioMax())) {
            throw refused(
                    "is " + width + "x" + height + " px, "
                            + String.format(Locale.ROOT, "%.2f", ratio) + " times as wide as high; allowed: "
                            + limits.ratioMin() + " to " + limits.ratioMax(),
                    "Crop it and call again.");
        }
    }

    /** Rates are averages, which are seldom exact. */
    private void checkFrames(double frames) {
        Double min = limits.framesMin();
        Integer max = limits.framesMax();
        if ((min != null && frames < min - FRAMES_OFF) || (max != null && frames > max + FRAMES_OFF)) {
            throw refused(
                    String.format(Locale.ROOT, "has %.1f frames a second; allowed: ", frames) + min + " to " + max,
                    "Convert it to 30 frames a second and call again.");
        }
    }

    private static boolean isOutside(double value, @Nullable Double min, @Nullable Double max) {
        return (min != null && value < min) || (max != null && value > max);
    }

    private void checkDuration(Duration length) {
        Duration min = limits.durationMin();
        Duration max = limits.durationMax();
        if (min != null && length.compareTo(min) < 0) {
            throw refused(
                    "lasts " + seconds(length) + "; at least " + seconds(min) + " are needed",
                    "Give a longer recording; nothing was sent.");
        }
        if (max != null && length.compareTo(max) > 0) {
            throw refused(
                    "lasts " + seconds(length) + "; at most " + seconds(max) + " are taken",
                    "Cut it shorter and call again; nothing was sent.");
        }
    }

    private static String seconds(Duration length) {
        long millis = length.toMillis();
        return millis % 1000 == 0
                ? millis / 1000 + " s"
                : String.format(Locale.ROOT, "%.1f s", Math.floor(millis / 100.0) / 10);
    }

    private ToolException refused(String problem, String fix) {
        return Refusal.of(field, null, problem, fix);
    }
}
