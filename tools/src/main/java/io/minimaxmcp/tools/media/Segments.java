package io.minimaxmcp.tools.media;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What a transcript says when, as subtitles. */
public final class Segments {
    private Segments() {}

    /** @param extension {@code srt} or {@code vtt} */
    public static String as(JsonNode segments, String extension) {
        List<Subtitles.Cue> cues = new ArrayList<>();
        for (JsonNode segment : segments) {
            long from = Math.round(segment.path("start").asDouble() * 1000);
            long to = Math.round(segment.path("end").asDouble() * 1000);
            String text = segment.path("text").asText("").strip();
            if (!text.isEmpty() && to > from) {
                cues.addAll(Subtitles.parts(new Subtitles.Cue(from, to, text)));
            }
        }
        return new Subtitles(cues).as(extension);
    }
}
