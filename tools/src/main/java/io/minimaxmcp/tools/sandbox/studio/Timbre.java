package io.minimaxmcp.tools.sandbox.studio;

/** The colour of an instrument: one cycle of its wave, how fast it starts and how fast it fades. */
final class Timbre {
    private static final int POINTS = 2048;

    private final double attack;
    private final double fade;
    private final float[] cycle = new float[POINTS];

    /** {@code attack} in seconds, {@code fade} in nepers a second, {@code harmonics} from the fundamental up. */
    Timbre(double attack, double fade, double... harmonics) {
        this.attack = attack;
        this.fade = fade;
        for (int i = 0; i < POINTS; i++) {
            for (int harmonic = 0; harmonic < harmonics.length; harmonic++) {
                double angle = 2 * Math.PI * i * (harmonic + 1) / POINTS;
                cycle[i] += (float) (harmonics[harmonic] * Math.sin(angle));
            }
        }
    }

    double wave(double phase) {
        return cycle[(int) ((phase - Math.floor(phase)) * POINTS) & (POINTS - 1)];
    }

    /** The loudness {@code at} seconds into a note of so many {@code seconds}. */
    double envelope(double at, double seconds) {
        double rise = Math.min(1, at / attack);
        double release = Math.min(1, (seconds - at) / 0.04);
        return rise * release * Math.exp(-fade * at);
    }
}
