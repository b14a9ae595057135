package io.minimaxmcp.tools.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.Json;
import io.minimaxmcp.tools.sandbox.studio.Recording;
import java.util.HexFormat;
import java.util.List;

/** Speech that is made while the caller waits (reference, section 7). */
final class SpeechRoutes {
    private final World world;

    SpeechRoutes(World world) {
        this.world = world;
    }

    List<Route> routes() {
        return world.speaksReference() ? List.of() : List.of(Route.first("POST", "/v1/t2a_v2", this::speak));
    }

    private Answer speak(Call call) {
        ObjectNode request = call.json(SpeechRules.AT_ONCE);
        useVoices(call, request);
        world.take(call);
        Speech speech = Speech.of(request, "sample_rate", 1);
        if (request.path("stream").asBoolean()) {
            boolean whole =
                    !request.at("/stream_options/exclude_aggregated_audio").asBoolean();
            return SoundStream.speech(call, speech, whole).answer();
        }
        String subtitles = request.path("subtitle_enable").asBoolean()
                ? world.links().mint(call, speech.subtitles(), Links.DAY)
                : "";
        if (request.path("output_format").asText().equals("url")) {
            String url = world.links().mint(call, speech.medium(new Wear(call.mischief())), Links.DAY);
            return Answer.successWith(() -> answer(call, speech, speech.record(), url, subtitles));
        }
        return Answer.successWith(() -> {
            Recording recording = speech.record();
            return answer(call, speech, recording, HexFormat.of().formatHex(recording.bytes()), subtitles);
        });
    }

    private void useVoices(Call call, JsonNode request) {
        String voice = request.at("/voice_setting/voice_id").asText();
        if (!voice.isEmpty()) {
            world.voices().use(call.key(), voice);
        }
        for (JsonNode part : request.path("timbre_weights")) {
            world.voices().use(call.key(), part.path("voice_id").asText());
        }
    }

    private static ObjectNode answer(Call call, Speech speech, Recording recording, String audio, String subtitles) {
        ObjectNode answer = Json.MAPPER.createObjectNode();
        ObjectNode data = answer.putObject("data").put("audio", audio).put("status", 2);
        if (!subtitles.isEmpty()) {
            data.put("subtitle_file", subtitles);
        }
        answer.set("extra_info", speech.extraInfo(recording));
        return answer.put("trace_id", call.id());
    }
}
