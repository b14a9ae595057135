package io.minimaxmcp.tools.sandbox.studio;

/** How much of a prepared clip is shown, in pixels; both sides are even. */
public record Frame(int width, int height) {
    public Frame {
        if (width < 2 || height < 2 || width % 2 != 0 || height % 2 != 0) {
            throw new IllegalArgumentException("a frame has even sides, not " + width + " x " + height);
        }
    }

    /** The largest part of this frame that is so much wider than high. */
    Frame cutTo(double ratio) {
        return ratio * height <= width
                ? new Frame(Math.min(width, even(height * ratio)), height)
                : new Frame(width, even(width / ratio));
    }

    private static int even(double pixels) {
        return Math.max(2, 2 * (int) Math.round(pixels / 2));
    }
}
