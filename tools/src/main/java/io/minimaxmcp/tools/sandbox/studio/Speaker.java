package io.minimaxmcp.tools.sandbox.studio;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** A small formant synthesizer: a buzz and a hiss through three resonances, one character after the other. */
final class Speaker {
    static final int LONGEST_SECONDS = 120;

    private static final Pattern HIGH_VOICE = Pattern.compile("(?i)lady|girl|woman|women|female|belle|bestie|princess");
    private static final int RETUNE_EVERY = 32;

    private final SpeechSpec spec;
    private final int rate;
    private final Random noise;
    private final Resonance[] mouth;
    private final double basePitch;
    private final double size;

    private double phase;
    private double voice;
    private double breath;
    private double first = 500;
    private double second = 1500;
    private double melody;
    private double step;

    Speaker(SpeechSpec spec) {
        this.spec = spec;
        this.rate = spec.sound().sampleRate();
        this.noise = new Random(Seeds.of(spec.text(), spec.voice()));
        this.mouth = new Resonance[] {new Resonance(rate, 70), new Resonance(rate, 100), new Resonance(rate, 160)};
        boolean high = HIGH_VOICE.matcher(spec.voice()).find();
        Random character = new Random(Seeds.of(spec.voice()));
        this.basePitch = (high ? 175 : 95) * (1 + 0.35 * character.nextDouble()) * Math.pow(2, spec.pitch() / 12.0);
        this.size = (high ? 1.12 : 0.95) + 0.1 * character.nextDouble();
    }

    Take speak() {
        List<Phone> phones = Phone.of(spec.text(), spec.speed());
        float[] sound = new float[frames(phones)];
        double at = 0;
        for (Phone phone : phones) {
            int from = (int) Math.min(at * rate, sound.length);
            at += phone.seconds();
            utter(phone, sound, from, (int) Math.min(at * rate, sound.length));
        }
        return Take.mix(sound, sound, rate, spec.sound().channels(), spec.volume());
    }

    private int frames(List<Phone> phones) {
        double seconds = phones.stream().mapToDouble(Phone::seconds).sum();
        return (int) Math.round(Math.max(1, Math.min(seconds, LONGEST_SECONDS)) * rate);
    }

    private void utter(Phone phone, float[] sound, int from, int to) {
        for (int i = from; i < to; i++) {
            if ((i - from) % RETUNE_EVERY == 0) {
                moveTowards(phone);
            }
            phase = (phase + step) % 1;
            double buzz = voice * (1 - 2 * phase);
            double hiss = breath * (noise.nextDouble() - 0.5);
            double low = mouth[0].filter(buzz);
            double high = mouth[1].filter(buzz + 2 * hiss) + mouth[2].filter(0.7 * buzz + 8 * hiss);
            sound[i] = (float) (low + high);
        }
    }

    /** Mouths are slow: everything glides to its place within some 20 ms. */
    private void moveTowards(Phone phone) {
        double pull = 1 - Math.exp(-RETUNE_EVERY / (0.012 * rate));
        voice += pull * (phone.voice() - voice);
        breath += pull * (phone.breath() - breath);
        first += pull * (phone.first() * size - first);
        second += pull * (phone.second() * size - second);
        melody += pull / 3 * (phone.melody() - melody);
        step = basePitch * Math.pow(2, melody / 12) / rate;
        mouth[0].tune(first);
        mouth[1].tune(second);
        mouth[2].tune(2600 * size);
    }
}
