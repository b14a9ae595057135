package io.minimaxmcp.tools.sandbox.studio;

import java.util.Random;

/** Pad, bass, plucked chords, drums and a lead: eight bars of a familiar progression, chosen by the words. */
final class Band {
    private static final int BARS = 8;
    private static final int BEATS = 4;
    private static final int[] SCALE = {0, 2, 4, 5, 7, 9, 11};
    private static final int[][] PROGRESSIONS = {{0, 4, 5, 3}, {5, 3, 0, 4}, {0, 5, 3, 4}, {1, 4, 0, 5}};
    private static final Timbre PAD = new Timbre(0.35, 0, 1, 0.3, 0.12);
    private static final Timbre BASS = new Timbre(0.01, 2.5, 1, 0.5, 0.1);
    private static final Timbre PLUCK = new Timbre(0.004, 6, 1, 0.4, 0.25, 0.15, 0.08);
    private static final Timbre LEAD = new Timbre(0.03, 1.5, 1, 0, 0.33, 0, 0.12);

    private final MusicSpec spec;
    private final Random random;
    private final double beat;
    private final int key;
    private final int[] progression;
    private final Mixer mixer;

    Band(MusicSpec spec) {
        this.spec = spec;
        this.random = new Random(Seeds.of(spec.prompt(), spec.lyrics()));
        this.beat = 60.0 / (92 + random.nextInt(24));
        this.key = 48 + random.nextInt(12);
        this.progression = PROGRESSIONS[random.nextInt(PROGRESSIONS.length)];
        this.mixer = new Mixer(spec.sound().sampleRate(), BARS * BEATS * beat + 1);
    }

    Take play() {
        for (int bar = 0; bar < BARS; bar++) {
            playBar(bar * BEATS * beat, progression[bar % progression.length], bar > 0);
        }
        return mixer.take(spec.sound().channels());
    }

    private void playBar(double start, int degree, boolean drums) {
        for (int third = 0; third < 3; third++) {
            mixer.play(PAD, start, BEATS * beat, note(degree + 2 * third, 12), 0.10, third - 1);
        }
        for (int half = 0; half < 2 * BEATS; half++) {
            double at = start + half * beat / 2;
            mixer.play(PLUCK, at, beat, note(degree + 2 * (half % 4), 12), 0.16, half % 2 == 0 ? -0.5 : 0.5);
            if (drums) {
                mixer.hat(at + beat / 4, 0.05);
            }
        }
        for (int count = 0; count < BEATS; count++) {
            mixer.play(BASS, start + count * beat, beat * 0.9, note(degree, -12), 0.3, 0);
            if (drums) {
                mixer.kick(start + count * beat, count % 2 == 0 ? 0.5 : 0.35);
            }
            if (!spec.instrumental()) {
                int step = degree + 2 * random.nextInt(4) - (random.nextInt(4) == 0 ? 1 : 0);
                mixer.play(LEAD, start + count * beat, beat * (1 + random.nextInt(2)), note(step, 24), 0.14, 0.1);
            }
        }
    }

    private int note(int degree, int transpose) {
        int octave = Math.floorDiv(degree, SCALE.length);
        return key + 12 * octave + SCALE[Math.floorMod(degree, SCALE.length)] + transpose;
    }
}
