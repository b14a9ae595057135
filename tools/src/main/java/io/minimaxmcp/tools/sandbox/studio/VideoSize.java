package io.minimaxmcp.tools.sandbox.studio;

import java.util.Locale;

/** The sizes a sandbox video comes in: MiniMax's resolution classes of both generations, at 16:9; other shapes show a part. */
public enum VideoSize {
    HAILUO_512P("512p", 910, 512, 10, false),
    HAILUO_720P("720p", 1280, 720, 10, false),
    HAILUO_768P("768p", 1366, 768, 10, false),
    HAILUO_1080P("1080p", 1920, 1080, 10, false),
    H3_480P("h3-480p", 832, 480, 15, true),
    H3_768P("h3-768p", 1344, 768, 15, true),
    H3_2K("h3-2k", 2560, 1440, 15, true);

    private static final double AS_GOOD_AS = 0.02;

    private final String clip;
    private final int width;
    private final int height;
    private final int longestSeconds;
    private final boolean sound;

    VideoSize(String clip, int width, int height, int longestSeconds, boolean sound) {
        this.clip = clip;
        this.width = width;
        this.height = height;
        this.longestSeconds = longestSeconds;
        this.sound = sound;
    }

    /** The silent size of a {@code /v1} resolution such as {@code 768P}. */
    public static VideoSize hailuo(String resolution) {
        return valueOf("HAILUO_" + resolution.toUpperCase(Locale.ROOT));
    }

    /** The size with stereo sound of a {@code /v2} resolution such as {@code 2K}. */
    public static VideoSize h3(String resolution) {
        return valueOf("H3_" + resolution.toUpperCase(Locale.ROOT));
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** What is shown of it in a shape that is so much wider than high; all of it where that is as good as its own. */
    public Frame frame(double ratio) {
        Frame whole = new Frame(width, height);
        return Math.abs(ratio * height / width - 1) < AS_GOOD_AS ? whole : whole.cutTo(ratio);
    }

    public int longestSeconds() {
        return longestSeconds;
    }

    public boolean hasSound() {
        return sound;
    }

    String resource() {
        return clip + ".h264";
    }
}
