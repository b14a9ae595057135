package io.minimaxmcp.tools.sandbox.studio;

/**
 * What is said and how: {@code speed} 1 is about 15 characters a second, {@code pitch} counts semitones, {@code volume}
 * 1 is normal.
 */
public record SpeechSpec(String text, String voice, double speed, int pitch, double volume, SoundSpec sound) {
    public SpeechSpec {
        if (!(speed > 0 && volume > 0)) {
            throw new IllegalArgumentException("speed and volume are above 0, not " + speed + " and " + volume);
        }
    }
}
