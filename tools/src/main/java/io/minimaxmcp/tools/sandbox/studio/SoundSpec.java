package io.minimaxmcp.tools.sandbox.studio;

/**
 * How a sound is stored: samples a second, one or two channels, and for MP3 and Opus the bits a second.
 *
 * <p>MP3 knows no more than 160 kbit/s below 32 kHz and no more than 64 kbit/s below 16 kHz; Opus knows only the rates
 * 8, 12, 16, 24 and 48 kHz. Any other wish gets the next best.
 */
public record SoundSpec(Encoding encoding, int sampleRate, int bitrate, int channels) {
    public SoundSpec {
        if (sampleRate < 8_000 || sampleRate > 48_000) {
            throw new IllegalArgumentException("a sample rate is 8000 to 48000 Hz, not " + sampleRate);
        }
        if (bitrate < 8_000 || bitrate > 320_000) {
            throw new IllegalArgumentException("a bitrate is 8000 to 320000 bit/s, not " + bitrate);
        }
        if (channels < 1 || channels > 2) {
            throw new IllegalArgumentException("a sound has 1 or 2 channels, not " + channels);
        }
        sampleRate = encoding == Encoding.OPUS ? OggOpus.nextRate(sampleRate) : sampleRate;
    }
}
