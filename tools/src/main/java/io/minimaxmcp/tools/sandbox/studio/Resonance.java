package io.minimaxmcp.tools.sandbox.studio;

/** A two-pole filter that rings at one frequency, like a cavity of the mouth. */
final class Resonance {
    private final int sampleRate;
    private final double decay;
    private double gain;
    private double feedback;
    private double last;
    private double beforeLast;

    Resonance(int sampleRate, double bandwidth) {
        this.sampleRate = sampleRate;
        this.decay = Math.exp(-Math.PI * bandwidth / sampleRate);
    }

    void tune(double frequency) {
        // Telephone rates hear nothing above half the rate: keep the pole below it.
        double angle = 2 * Math.PI * Math.min(frequency / sampleRate, 0.45);
        feedback = 2 * decay * Math.cos(angle);
        gain = (1 - decay) * Math.sqrt(1 - 2 * decay * Math.cos(2 * angle) + decay * decay);
    }

    double filter(double input) {
        double output = gain * input + feedback * last - decay * decay * beforeLast;
        beforeLast = last;
        last = output;
        return output;
    }
}
