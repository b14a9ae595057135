package io.minimaxmcp.schemas;

import java.util.List;
import java.util.Map;

/**
 * The vocabularies that MiniMax understands inside its texts and settings.
 *
 * @param languages for speech; {@code auto} lets MiniMax find out
 * @param emotionAliases names of earlier days and what they are called now
 * @param cameraMoves for video prompts, in square brackets
 * @param lyricsTags for song sections, in square brackets on lines of their own
 * @param interjections for speech, in parentheses
 */
public record Words(
        List<String> languages,
        Map<String, String> emotionAliases,
        List<String> cameraMoves,
        List<String> lyricsTags,
        List<String> interjections) {
    public Words {
        languages = Absent.asEmpty(languages);
        emotionAliases = Absent.asEmpty(emotionAliases);
        cameraMoves = Absent.asEmpty(cameraMoves);
        lyricsTags = Absent.asEmpty(lyricsTags);
        interjections = Absent.asEmpty(interjections);
    }
}
