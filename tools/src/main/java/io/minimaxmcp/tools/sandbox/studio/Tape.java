package io.minimaxmcp.tools.sandbox.studio;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Sound of any length out of one of twenty seconds, which is encoded once and then repeated. */
final class Tape {
    static final int LOOP_SECONDS = 20;

    /** A file is in memory several times while it is handed out, and the sandbox may run in 256 MB. */
    private static final int MOST_BYTES = 48 << 20;

    private static final double FADE_SECONDS = 0.01;

    private final Take loop;
    private final SoundSpec spec;

    /** @param loop becomes silent at its ends, so that no repetition clicks */
    Tape(Take loop, SoundSpec spec) {
        this.loop = faded(loop);
        this.spec = spec;
    }

    /** Seconds that sound of this kind may have at most. */
    static double longest(SoundSpec spec) {
        int samplesPerSecond = spec.sampleRate() * spec.channels();
        return switch (spec.encoding()) {
            case MP3 -> MOST_BYTES / (spec.bitrate() / 8.0);
            case PCM, WAV -> MOST_BYTES / (2.0 * samplesPerSecond);
            case PCMU_RAW, PCMU_WAV -> (double) MOST_BYTES / samplesPerSecond;
            case FLAC, OPUS -> Speaker.LONGEST_SECONDS; // their frames are numbered
        };
    }

    Recording play(double seconds) {
        byte[] bytes = switch (spec.encoding()) {
            case PCM -> repeated(Wave.littleEndian(loop), 2, seconds);
            case WAV -> Wave.linear(loop, repeated(Wave.littleEndian(loop), 2, seconds));
            case PCMU_RAW -> repeated(Wave.muLawSamples(loop), 1, seconds);
            case PCMU_WAV -> Wave.muLaw(loop, repeated(Wave.muLawSamples(loop), 1, seconds));
            case MP3 -> mp3(seconds);
            case FLAC, OPUS -> throw new IllegalArgumentException(spec.encoding() + " cannot be repeated");
        };
        double played = spec.encoding() == Encoding.MP3 ? Mp3Length.seconds(ByteBuffer.wrap(bytes)) : seconds;
        return new Recording(bytes, spec.encoding(), Math.round(1000 * played), loop.sampleRate(), loop.channels());
    }

    private byte[] repeated(byte[] samples, int bytesPerSample, double seconds) {
        int length = (int) Math.round(seconds * loop.sampleRate()) * loop.channels() * bytesPerSample;
        ByteBuffer all = ByteBuffer.allocate(length);
        while (all.hasRemaining()) {
            all.put(samples, 0, Math.min(samples.length, all.remaining()));
        }
        return all.array();
    }

    /** Streams of whole frames may stand one behind the other. */
    private byte[] mp3(double seconds) {
        byte[] whole = Mp3.encode(loop, spec.bitrate());
        double loopSeconds = Mp3Length.seconds(ByteBuffer.wrap(whole));
        int times = (int) (seconds / loopSeconds);
        int rest = ((int) ((seconds - times * loopSeconds) * loop.sampleRate())) * loop.channels();
        Take beginning = new Take(Arrays.copyOf(loop.samples(), rest), loop.sampleRate(), loop.channels());
        byte[] last = Mp3.encode(beginning, spec.bitrate());
        ByteBuffer all = ByteBuffer.allocate(times * whole.length + last.length);
        for (int i = 0; i < times; i++) {
            all.put(whole);
        }
        return all.put(last).array();
    }

    private static Take faded(Take take) {
        short[] samples = take.samples().clone();
        int length = ((int) (FADE_SECONDS * take.sampleRate())) * take.channels();
        for (int i = 0; i < Math.min(length, samples.length); i++) {
            int end = samples.length - 1 - i;
            samples[i] = (short) (samples[i] * i / length);
            samples[end] = (short) (samples[end] * i / length);
        }
        return new Take(samples, take.sampleRate(), take.channels());
    }
}
