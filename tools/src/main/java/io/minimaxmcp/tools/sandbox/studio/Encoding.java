package io.minimaxmcp.tools.sandbox.studio;

import java.util.Locale;

/** A form in which sound is handed over; the constants are named as MiniMax's {@code format} values. */
public enum Encoding {
    MP3("audio/mpeg", "mp3"),
    PCM("audio/pcm", "pcm"),
    FLAC("audio/flac", "flac"),
    WAV("audio/wav", "wav"),
    PCMU_RAW("audio/basic", "pcmu"),
    PCMU_WAV("audio/wav", "wav"),
    OPUS("audio/ogg", "opus");

    private final String mimeType;
    private final String extension;

    Encoding(String mimeType, String extension) {
        this.mimeType = mimeType;
        this.extension = extension;
    }

    /** The encoding of a wire name such as {@code pcmu_wav}. */
    public static Encoding named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    public String mimeType() {
        return mimeType;
    }

    public String extension() {
        return extension;
    }
}
