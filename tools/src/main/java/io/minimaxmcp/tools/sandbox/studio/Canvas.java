package io.minimaxmcp.tools.sandbox.studio;

/**
 * A grid of RGB pixels to draw on.
 *
 * <p>Not {@code Graphics2D}: that wants fonts and native libraries which a small Java runtime lacks.
 */
final class Canvas {
    private final int width;
    private final int height;
    private final int[] pixels;

    Canvas(int width, int height) {
        this.width = width;
        this.height = height;
        this.pixels = new int[width * height];
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int[] pixels() {
        return pixels;
    }

    void set(int x, int y, int rgb) {
        pixels[y * width + x] = rgb;
    }

    /** Fills what of the rectangle lies on the canvas; {@code opacity} 0 leaves it as it was, 1 covers it. */
    void fill(int left, int top, int wide, int high, int rgb, double opacity) {
        for (int y = Math.max(top, 0); y < Math.min(top + high, height); y++) {
            for (int x = Math.max(left, 0); x < Math.min(left + wide, width); x++) {
                pixels[y * width + x] = blend(pixels[y * width + x], rgb, opacity);
            }
        }
    }

    static int blend(int below, int above, double opacity) {
        int weight = (int) (opacity * 256);
        int red = mix(below >> 16, above >> 16, weight);
        int green = mix(below >> 8, above >> 8, weight);
        return (red << 16) | (green << 8) | mix(below, above, weight);
    }

    private static int mix(int below, int above, int weight) {
        int from = below & 0xff;
        return from + ((((above & 0xff) - from) * weight) >> 8);
    }
}
