package io.minimaxmcp.tools.sandbox.studio;

/** Sound before it is encoded: 16-bit samples, the channels interleaved. */
@SuppressWarnings("ArrayRecordComponent") // lives for one encoding; nobody compares takes
record Take(short[] samples, int sampleRate, int channels) {
    private static final double LOUDNESS = 0.9;
    private static final double PEAK = 0.95 * Short.MAX_VALUE;

    /** The mix in one or two channels, as loud as {@code volume} (1 is normal) without ever clipping hard. */
    static Take mix(float[] left, float[] right, int sampleRate, int channels, double volume) {
        double gain = LOUDNESS * Math.sqrt(volume) / Math.max(peak(left, right), 1e-9);
        short[] samples = new short[left.length * channels];
        for (int i = 0; i < left.length; i++) {
            if (channels == 1) {
                samples[i] = limit(gain * (left[i] + right[i]) / 2);
            } else {
                samples[2 * i] = limit(gain * left[i]);
                samples[2 * i + 1] = limit(gain * right[i]);
            }
        }
        return new Take(samples, sampleRate, channels);
    }

    int frames() {
        return samples.length / channels;
    }

    long durationMs() {
        return Math.round(frames() * 1000.0 / sampleRate);
    }

    private static short limit(double sample) {
        return (short) (PEAK * Math.tanh(sample));
    }

    private static double peak(float[] left, float[] right) {
        double peak = 0;
        for (int i = 0; i < left.length; i++) {
            peak = Math.max(peak, Math.max(Math.abs(left[i]), Math.abs(right[i])));
        }
        return peak;
    }
}
