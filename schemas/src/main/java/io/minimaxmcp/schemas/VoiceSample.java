package io.minimaxmcp.schemas;

import java.util.List;

/**
 * What a recording must be like to be cloned.
 *
 * @param unusedDays after which MiniMax deletes a voice that was never used
 */
public record VoiceSample(
        List<String> formats, int minSeconds, int maxSeconds, long maxBytes, int unusedDays, String source) {
    public VoiceSample {
        formats = List.copyOf(formats);
    }
}
