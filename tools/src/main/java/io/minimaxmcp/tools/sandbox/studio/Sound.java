package io.minimaxmcp.tools.sandbox.studio;

/** Speaks and plays: sound made from the words of a request, in every encoding MiniMax offers. */
public final class Sound {
    private Sound() {}

    /**
     * A made-up voice babbling the text, at least 1 s long. What a long text says after its beginning sounds like the beginning, and a text
     * that would fill more than 48 MB, or two minutes of FLAC or Opus, is spoken faster.
     *
     * <p>Costs about 20 ms a second of MP3, on the calling thread; less in other encodings.
     */
    public static Recording speech(SpeechSpec spec) {
        double seconds = Math.min(seconds(spec.text(), spec.speed()), Tape.longest(spec.sound()));
        return seconds <= Speaker.LONGEST_SECONDS
                ? record(new Speaker(spec).speak(), spec.sound())
                : new Tape(new Speaker(spec.beginning(Tape.LOOP_SECONDS)).speak(), spec.sound()).play(seconds);
    }

    /** How long it takes to say a text, were there no end to what a file holds; sentences add up. */
    public static double seconds(String text, double speed) {
        return Phone.seconds(text, speed);
    }

    /** Eight bars by a small band, about 20 s. */
    public static Recording music(MusicSpec spec) {
        return record(new Band(spec).play(), spec.sound());
    }

    private static Recording record(Take take, SoundSpec spec) {
        byte[] bytes = switch (spec.encoding()) {
            case PCM -> Wave.littleEndian(take);
            case WAV -> Wave.linear(take, Wave.littleEndian(take));
            case PCMU_RAW -> Wave.muLawSamples(take);
            case PCMU_WAV -> Wave.muLaw(take, Wave.muLawSamples(take));
            case MP3 -> Mp3.encode(take, spec.bitrate());
            case FLAC -> Flac.encode(take);
            case OPUS -> OggOpus.encode(take, spec.bitrate());
        };
        return new Recording(bytes, spec.encoding(), take.durationMs(), take.sampleRate(), take.channels());
    }
}
