package io.minimaxmcp.tools.sandbox.studio;

import java.util.Random;

/** Two tracks that instruments are added to. */
final class Mixer {
    private final int rate;
    private final float[] left;
    private final float[] right;
    private final Random noise = new Random(1);

    Mixer(int rate, double seconds) {
        this.rate = rate;
        this.left = new float[(int) (rate * seconds)];
        this.right = new float[left.length];
    }

    /** {@code pan} from -1 (left) to 1 (right); {@code midi} 69 is 440 Hz. */
    void play(Timbre timbre, double start, double seconds, int midi, double gain, double pan) {
        double step = 440 * Math.pow(2, (midi - 69) / 12.0) / rate;
        int first = (int) (start * rate);
        int frames = (int) (seconds * rate);
        for (int i = 0; i < frames; i++) {
            add(first + i, gain * timbre.envelope((double) i / rate, seconds) * timbre.wave(i * step), pan);
        }
    }

    void kick(double start, double gain) {
        int first = (int) (start * rate);
        double phase = 0;
        for (int i = 0; i < 0.18 * rate; i++) {
            double at = (double) i / rate;
            phase += (45 + 110 * Math.exp(-30 * at)) / rate;
            add(first + i, gain * Math.exp(-18 * at) * Math.sin(2 * Math.PI * phase), 0);
        }
    }

    void hat(double start, double gain) {
        int first = (int) (start * rate);
        double before = 0;
        for (int i = 0; i < 0.06 * rate; i++) {
            double hiss = noise.nextDouble() - 0.5;
            add(first + i, gain * Math.exp(-70.0 * i / rate) * (hiss - before), 0.3);
            before = hiss;
        }
    }

    Take take(int channels) {
        return Take.mix(left, right, rate, channels, 1);
    }

    private void add(int frame, double sample, double pan) {
        if (frame < left.length) {
            left[frame] += (float) (sample * Math.min(1, 1 - pan * 0.7));
            right[frame] += (float) (sample * Math.min(1, 1 + pan * 0.7));
        }
    }
}
