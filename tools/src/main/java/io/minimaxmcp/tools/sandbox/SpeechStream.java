package io.minimaxmcp.tools.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.Json;
import io.minimaxmcp.tools.sandbox.studio.Recording;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A speech as server-sent events (reference, section 7.2): a few increments, then an event with status 2 that repeats
 * the whole audio unless the request excludes it.
 */
record SpeechStream(Call call, Speech speech, boolean withoutWhole) {
    private static final int INCREMENTS = 4;

    Answer answer() {
        return Answer.of(200, "text/event-stream", () -> events().getBytes(StandardCharsets.UTF_8))
                .madeAside();
    }

    private String events() {
        Recording recording = speech.record();
        byte[] bytes = recording.bytes();
        StringBuilder events = new StringBuilder();
        int step = bytes.length / INCREMENTS + 1;
        for (int from = 0; from < bytes.length; from += step) {
            byte[] part = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + step));
            append(events, event(HexFormat.of().formatHex(part), 1));
        }
        ObjectNode last = event(withoutWhole ? "" : HexFormat.of().formatHex(bytes), 2);
        last.set("extra_info", speech.extraInfo(recording));
        append(events, last);
        return events.toString();
    }

    private ObjectNode event(String audio, int status) {
        ObjectNode event = Json.MAPPER.createObjectNode();
        event.putObject("data").put("audio", audio).put("status", status);
        event.put("trace_id", call.id());
        event.putObject("base_resp").put("status_code", 0).put("status_msg", "");
        return event;
    }

    private static void append(StringBuilder events, ObjectNode event) {
        events.append("data: ").append(event).append("\n\n");
    }
}
