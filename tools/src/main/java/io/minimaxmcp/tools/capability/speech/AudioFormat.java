package io.minimaxmcp.tools.capability.speech;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** The audio format that a request asks for, in either dialect. */
final class AudioFormat {
    private AudioFormat() {}

    static String extension(JsonNode request) {
        String format = request.path("audio_setting").path("format").asText("");
        String asked = format.isEmpty() ? request.path("output_format").asText("mp3") : format;
        return switch (asked.toLowerCase(Locale.ROOT)) {
            case "pcmu_raw" -> "ulaw";
            case "pcmu_wav" -> "wav";
            case "hex", "url" -> "mp3";
            default -> asked;
        };
    }
}
