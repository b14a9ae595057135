package io.minimaxmcp.tools.sandbox;

import io.minimaxmcp.tools.sandbox.studio.Encoding;
import io.minimaxmcp.tools.sandbox.studio.Sound;
import io.minimaxmcp.tools.sandbox.studio.SoundSpec;
import io.minimaxmcp.tools.sandbox.studio.SpeechSpec;

/** Recordings to upload. */
final class Samples {
    private Samples() {}

    /** About a second for every fifteen letters. */
    static byte[] speech(Encoding encoding, int letters) {
        SoundSpec sound = new SoundSpec(encoding, 16_000, 32_000, 1);
        return Sound.speech(new SpeechSpec("word ".repeat(letters / 5), "v", 1, 0, 1, sound))
                .bytes();
    }
}
