package io.minimaxmcp.tools.sandbox.studio;

import java.awt.Color;
import java.util.Random;

/** A sky, a sun and rows of hills, laid out and coloured by a seed. */
final class Landscape {
    private static final int HILLS = 4;

    private final Random random;
    private final float hue;

    Landscape(long seed) {
        random = new Random(seed);
        hue = random.nextFloat();
    }

    void paint(Canvas canvas) {
        paintSky(canvas);
        for (int hill = 0; hill < HILLS; hill++) {
            paintHill(canvas, (hill + 1.0) / HILLS);
        }
    }

    private void paintSky(Canvas canvas) {
        int top = Color.HSBtoRGB(hue, 0.55f, 0.75f);
        int horizon = Color.HSBtoRGB(hue + 0.1f + random.nextFloat() * 0.25f, 0.35f, 1.0f);
        double radius = canvas.height() * (0.06 + 0.08 * random.nextDouble());
        double sunX = canvas.width() * (0.15 + 0.7 * random.nextDouble());
        double sunY = canvas.height() * (0.15 + 0.2 * random.nextDouble());
        for (int y = 0; y < canvas.height(); y++) {
            int air = Canvas.blend(top, horizon, (double) y / canvas.height());
            for (int x = 0; x < canvas.width(); x++) {
                double distance = Math.hypot(x - sunX, y - sunY) - radius;
                double glow = distance <= 0 ? 1 : 0.5 * Math.max(0, 1 - distance / (3 * radius));
                canvas.set(x, y, glow > 0 ? Canvas.blend(air, 0xfff6dc, glow) : air);
            }
        }
    }

    /** {@code nearness} 0 is the horizon, 1 the foreground: nearer hills are lower, rounder and darker. */
    private void paintHill(Canvas canvas, double nearness) {
        int colour = Color.HSBtoRGB(hue + 0.45f + (float) nearness * 0.12f, 0.5f, (float) (0.72 - 0.45 * nearness));
        double base = canvas.height() * (0.38 + 0.42 * nearness);
        double swing = canvas.height() * (0.03 + 0.05 * random.nextDouble());
        double waves = (2 + 5 * random.nextDouble()) / canvas.width();
        double phase = 10 * random.nextDouble();
        for (int x = 0; x < canvas.width(); x++) {
            double ridge = base
                    - swing * Math.sin(waves * x * 2 + phase)
                    - 0.4 * swing * Math.sin(waves * x * 5.3 + 3 * phase);
            int first = Math.max((int) ridge, 0);
            for (int y = first; y < canvas.height(); y++) {
                // The ridge covers only a part of its topmost pixel: no jagged edges.
                double cover = Math.min(1, y + 1 - ridge);
                canvas.set(x, y, Canvas.blend(canvas.pixels()[y * canvas.width() + x], colour, cover));
            }
        }
    }
}
