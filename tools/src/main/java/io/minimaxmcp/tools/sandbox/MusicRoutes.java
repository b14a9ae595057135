package io.minimaxmcp.tools.sandbox;

import static io.minimaxmcp.tools.sandbox.Field.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.Json;
import io.minimaxmcp.tools.sandbox.studio.Encoding;
import io.minimaxmcp.tools.sandbox.studio.MusicSpec;
import io.minimaxmcp.tools.sandbox.studio.Recording;
import io.minimaxmcp.tools.sandbox.studio.Sound;
import io.minimaxmcp.tools.sandbox.studio.SoundSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** Music and what goes before a cover (reference, sections 11.1 and 11.2). */
final class MusicRoutes {
    private static final Duration FEATURE_LIFE = Duration.ofHours(24);

    private static final Rules PREPROCESS = Rules.of(
                    text("model").required().oneOf("music-cover"), text("audio_url"), text("audio_base64"))
            .when(request -> request.hasNonNull("audio_url") == request.hasNonNull("audio_base64")
                    ? "exactly one of audio_url and audio_base64 is required"
                    : null);

    private final World world;

    MusicRoutes(World world) {
        this.world = world;
    }

    List<Route> routes() {
        return List.of(
                Route.first("POST", "/v1/music_generation", this::play),
                Route.first("POST", "/v1/music_cover_preprocess", this::preprocess));
    }

    private Answer play(Call call) {
        ObjectNode request = call.json();
        MusicRules.check(request);
        checkFeature(call, request.path("cover_feature_id").asText());
        world.take(call);
        MusicSpec music = music(request);
        Remembered<Recording> song = new Remembered<>(() -> Sound.music(music));
        if (request.path("stream").asBoolean()) {
            return SoundStream.music(call, song::get).answer();
        }
        if (request.path("output_format").asText().equals("url")) {
            Encoding encoding = music.sound().encoding();
            Medium medium = new Medium(
                    encoding.extension(), encoding.mimeType(), () -> song.get().bytes(), new Wear(call.mischief()));
            String url = world.links().mint(call, medium, Links.DAY);
            return Answer.successWith(() -> answer(call, url, music, song.get()));
        }
        return Answer.successWith(
                () -> answer(call, HexFormat.of().formatHex(song.get().bytes()), music, song.get()));
    }

    private static MusicSpec music(JsonNode request) {
        JsonNode audio = request.path("audio_setting");
        SoundSpec sound = new SoundSpec(
                Encoding.named(audio.path("format").asText("mp3")),
                audio.path("sample_rate").asInt(44_100),
                audio.path("bitrate").asInt(256_000),
                2);
        return new MusicSpec(
                Faults.withoutMarkers(request.path("prompt").asText()),
                Faults.withoutMarkers(request.path("lyrics").asText()),
                request.path("is_instrumental").asBoolean(),
                sound);
    }

    private static ObjectNode answer(Call call, String audio, MusicSpec music, Recording song) {
        ObjectNode answer = Json.MAPPER.createObjectNode();
        answer.putObject("data").put("audio", audio).put("status", 2);
        answer.put("trace_id", call.id());
        answer.putObject("extra_info")
                .put("music_duration", song.durationMs())
                .put("music_sample_rate", song.sampleRate())
                .put("music_channel", song.channels())
                .put("bitrate", music.sound().bitrate())
                .put("music_size", song.bytes().length);
        return answer.putNull("analysis_info");
    }

    private Answer preprocess(Call call) {
        ObjectNode request = call.json(PREPROCESS);
        MusicRules.checkSample(request);
        world.take(call);
        String id = call.id();
        world.coverFeatures().put(call.key(), id, world.now());
        return Answer.success(Json.MAPPER
                .createObjectNode()
                .put("cover_feature_id", id)
                .put("formatted_lyrics", "[Verse]\nWhat the sandbox heard\n[Chorus]\nIt sang along")
                .put("structure_result", "[{\"label\":\"verse\",\"start\":0,\"end\":12}]")
                .put("audio_duration", 24)
                .put("trace_id", id));
    }

    private void checkFeature(Call call, String id) {
        if (id.isEmpty()) {
            return;
        }
        Instant since = world.coverFeatures()
                .find(call.key(), id)
                .orElseThrow(() -> Refusal.invalid("cover_feature_id does not exist"));
        if (!world.now().isBefore(since.plus(FEATURE_LIFE))) {
            throw Refusal.invalid("cover_feature_id has expired");
        }
    }
}
