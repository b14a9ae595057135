package io.minimaxmcp.tools.sandbox.studio;

/** Speaks and plays: sound made from the words of a request, in every encoding MiniMax offers. */
public final class Sound {
    private Sound() {}

    /**
     * A made-up voice babbling the text, at least 1 s and at most {@link Speaker#LONGEST_SECONDS} long.
     *
     * <p>Costs about 20 ms a second of MP3, on the calling thread; less in other encodings.
     */
    public static Recording speech(SpeechSpec spec) {
        return record(new Speaker(spec).speak(), spec.sound());
    }

    /** Eight bars by a small band, about 20 s. */
    public static Recording music(MusicSpec spec) {
        return record(new Band(spec).play(), spec.sound());
    }

    private static Recording record(Take take, SoundSpec spec) {
        byte[] bytes = switch (spec.encoding()) {
            case PCM -> Wave.littleEndian(take);
            case WAV -> Wave.linear(take);
            case PCMU_RAW -> Wave.muLawSamples(take);
            case PCMU_WAV -> Wave.muLaw(take);
            case MP3 -> Mp3.encode(take, spec.bitrate());
            case FLAC -> Flac.encode(take);
            case OPUS -> OggOpus.encode(take, spec.bitrate());
        };
        return new Recording(bytes, spec.encoding(), take.durationMs(), take.sampleRate(), take.channels());
    }
}
