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

    /** As much of the text as takes about so long. */
    SpeechSpec beginning(int seconds) {
        int end = Math.min(text.length(), (int) (seconds * Phone.CHARACTERS_PER_SECOND * speed));
        return new SpeechSpec(text.substring(0, end), voice, speed, pitch, volume, sound);
    }
}
