package io.minimaxmcp.tools.sandbox.studio;

/** What a picture shows: its size in pixels, the prompt drawn into it, and the seed that varies the scene. */
public record PictureSpec(int width, int height, String prompt, long seed, Format format) {
    static final int MIN_SIDE = 256;
    static final int MAX_SIDE = 2048;

    /** How the picture is stored. */
    public enum Format {
        JPEG,
        PNG
    }

    public PictureSpec {
        if (Math.min(width, height) < MIN_SIDE || Math.max(width, height) > MAX_SIDE) {
            throw new IllegalArgumentException(
                    "a picture is " + MIN_SIDE + " to " + MAX_SIDE + " pixels a side, not " + width + "x" + height);
        }
    }
}
