package io.minimaxmcp.tools.sandbox;

import static io.minimaxmcp.tools.sandbox.Field.flag;
import static io.minimaxmcp.tools.sandbox.Field.text;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.Json;
import io.minimaxmcp.tools.sandbox.Voices.Kind;
import io.minimaxmcp.tools.sandbox.Voices.OwnVoice;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Voices: design, list and delete (reference, section 9). */
final class VoiceRoutes {
    private static final String SYSTEM_SINCE = "1970-01-01";

    private static final Rules DESIGN = Rules.of(
            text("prompt").required().length(1, 2000),
            text("preview_text").required().length(1, 500),
            text("voice_id").matching(CloneRoutes.VOICE_ID, CloneRoutes.VOICE_ID_WORDS),
            flag("aigc_watermark"));

    private static final Rules LIST =
            Rules.of(text("voice_type").required().oneOf("system", "voice_cloning", "voice_generation", "all"));

    private static final Rules DELETE = Rules.of(
            text("voice_type").required().oneOf("voice_cloning", "voice_generation"),
            text("voice_id").required().length(1, 256));

    private final World world;

    VoiceRoutes(World world) {
        this.world = world;
    }

    List<Route> routes() {
        return List.of(
                Route.first("POST", "/v1/voice_design", this::design),
                Route.first("POST", "/v1/get_voice", this::list),
                Route.first("POST", "/v1/delete_voice", this::delete));
    }

    private Answer design(Call call) {
        ObjectNode request = call.json(DESIGN);
        String id = request.path("voice_id").asText("ttv-voice-" + world.ids().next());
        String prompt = Faults.withoutMarkers(request.path("prompt").asText());
        world.voices().add(new OwnVoice(id, call.key(), Kind.VOICE_GENERATION, prompt, world.now(), false));
        world.take(call);
        String words = Faults.withoutMarkers(request.path("preview_text").asText());
        Speech preview = Speech.preview(words, id);
        return Answer.successWith(() -> Json.MAPPER
                .createObjectNode()
                .put("voice_id", id)
                .put("trial_audio", HexFormat.of().formatHex(preview.record().bytes())));
    }

    /** Everything at once: the API knows no pages. */
    private Answer list(Call call) {
        String type = call.json(LIST).path("voice_type").asText();
        ObjectNode answer = Json.MAPPER.createObjectNode();
        answer.set("system_voice", type.equals("system") || type.equals("all") ? systemVoices() : null);
        for (Kind kind : Kind.values()) {
            String name = wireName(kind);
            answer.set(name, type.equals(name) || type.equals("all") ? ownVoices(call, kind) : null);
        }
        return Answer.success(answer);
    }

    private ArrayNode systemVoices() {
        ArrayNode list = Json.MAPPER.createArrayNode();
        for (SystemVoice voice : world.voices().system()) {
            ObjectNode entry = list.addObject().put("voice_id", voice.id()).put("voice_name", voice.name());
            entry.putArray("description").add(voice.description());
            entry.put("created_time", SYSTEM_SINCE);
        }
        return list;
    }

    private ArrayNode ownVoices(Call call, Kind kind) {
        ArrayNode list = Json.MAPPER.createArrayNode();
        for (OwnVoice voice : world.voices().active(call.key(), kind)) {
            ObjectNode entry = list.addObject().put("voice_id", voice.id());
            ArrayNode description = entry.putArray("description");
            if (!voice.description().isEmpty()) {
                description.add(voice.description());
            }
            entry.put("created_time", day(voice.created()));
        }
        return list;
    }

    private Answer delete(Call call) {
        ObjectNode request = call.json(DELETE);
        Kind kind = Kind.valueOf(request.path("voice_type").asText().toUpperCase(Locale.ROOT));
        OwnVoice gone =
                world.voices().delete(call.key(), kind, request.path("voice_id").asText());
        return Answer.success(
                Json.MAPPER.createObjectNode().put("voice_id", gone.id()).put("created_time", day(gone.created())));
    }

    private static String wireName(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String day(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }
}
