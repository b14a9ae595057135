package io.minimaxmcp.tools.capability.speech;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Who says what in a recording. Speakers count from 1 in the order in which they are heard, and are named where there are several.
 *
 * @param segments as MiniMax tells them; where another speaker begins, the text begins with the name
 * @param text a line for each turn; empty where only one speaks
 */
record Turns(ArrayNode segments, String text) {

    static Turns of(JsonNode told) {
        List<String> speakers = StreamSupport.stream(told.spliterator(), false)
                .map(Turns::speaker)
                .filter(speaker -> !speaker.isEmpty())
                .distinct()
                .toList();
        ArrayNode segments = JsonNodeFactory.instance.arrayNode();
        StringBuilder text = new StringBuilder();
        String before = "";
        for (JsonNode segment : told) {
            String speaker = speaker(segment);
            boolean begins = speakers.size() > 1 && !speaker.isEmpty() && !speaker.equals(before);
            JsonNode shown = begins ? named(segment, speakers.indexOf(speaker) + 1) : segment;
            segments.add(shown);
            text.append(text.isEmpty() ? "" : begins ? "\n" : " ").append(said(shown));
            before = speaker.isEmpty() ? before : speaker;
        }
        return new Turns(segments, speakers.size() > 1 ? text.toString() : "");
    }

    private static String speaker(JsonNode segment) {
        return segment.path("speaker").asText("");
    }

    private static String said(JsonNode segment) {
        return segment.path("text").asText("").strip();
    }

    private static JsonNode named(JsonNode segment, int number) {
        ObjectNode named = segment.deepCopy();
        return named.put("text", "Speaker " + number + ": " + said(segment));
    }
}
