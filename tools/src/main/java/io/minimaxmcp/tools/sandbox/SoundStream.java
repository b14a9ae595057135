package io.minimaxmcp.tools.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.Json;
import io.minimaxmcp.tools.sandbox.studio.Recording;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Sound as server-sent events (reference, section 7.2): a few increments with status 1, then one with status 2.
 *
 * @param repeatsWhole whether the last event repeats the whole audio, which is what speech does unless told otherwise
 */
record SoundStream(
        Call call, Supplier<Recording> sound, boolean repeatsWhole, Function<Recording, JsonNode> extraInfo) {
    private static final int INCREMENTS = 4;

    static SoundStream speech(Call call, Speech speech, boolean repeatsWhole) {
        return new SoundStream(call, speech::record, repeatsWhole, speech::extraInfo);
    }

    /** Music tells nothing about itself on the way. */
    static SoundStream music(Call call, Supplier<Recording> music) {
        return new SoundStream(call, music, false, unused -> NullNode.instance);
    }

    Answer answer() {
        return Answer.of(200, "text/event-stream", () -> events().getBytes(StandardCharsets.UTF_8))
                .madeAside();
    }

    private String events() {
        Recording recording = sound.get();
        byte[] bytes = recording.bytes();
        StringBuilder events = new StringBuilder();
        int step = bytes.length / INCREMENTS + 1;
        for (int from = 0; from < bytes.length; from += step) {
            byte[] part = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + step));
            append(events, event(HexFormat.of().formatHex(part), 1));
        }
        ObjectNode last = event(repeatsWhole ? HexFormat.of().formatHex(bytes) : "", 2);
        last.set("extra_info", extraInfo.apply(recording));
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
