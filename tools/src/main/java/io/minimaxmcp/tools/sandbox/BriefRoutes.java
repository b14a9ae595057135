package io.minimaxmcp.tools.sandbox;

import static io.minimaxmcp.tools.sandbox.Field.number;
import static io.minimaxmcp.tools.sandbox.Field.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.Json;
import io.minimaxmcp.tools.sandbox.Voices.Kind;
import io.minimaxmcp.tools.sandbox.Voices.OwnVoice;
import io.minimaxmcp.tools.sandbox.studio.Encoding;
import io.minimaxmcp.tools.sandbox.studio.Recording;
import io.minimaxmcp.tools.sandbox.studio.SoundSpec;
import io.minimaxmcp.tools.sandbox.studio.SpeechSpec;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Speech and cloning as the product brief writes them, for the dialect of that name. The brief shows no answers: speech
 * is answered as today's API does with hex, and a clone with the name it was given.
 */
final class BriefRoutes {
    private static final Rules SPEECH = Rules.of(
            text("model")
                    .required()
                    .oneOf(
                            "speech-2.8-hd",
                            "speech-2.8-turbo",
                            "speech-2.6-hd",
                            "speech-2.6-turbo",
                            "speech-02-hd",
                            "speech-02-turbo"),
            text("text").required().length(1, 10_000),
            text("voice").required().length(1, 256),
            text("emotion").oneOf("happy", "sad", "angry", "fearful", "disgusted", "surprised", "neutral"),
            number("rate").between(0.5, 2),
            number("volume").above(0).between(0, 10),
            number("pitch").between(-12, 12),
            text("output_format").oneOf("mp3", "wav", "pcm", "flac"));

    private static final Rules CLONE = Rules.of(
            text("audio_url")
                    .required()
                    .rule(MediaReference.audio(20L << 20, MediaType.MP3, MediaType.M4A, MediaType.WAV)::complaint),
            text("clone_name")
                    .required()
                    .matching(Pattern.compile("[\\w-]{1,256}"), "must have 1 to 256 letters, digits, '-' or '_'"));

    private final World world;

    BriefRoutes(World world) {
        this.world = world;
    }

    List<Route> routes() {
        return world.speaksReference()
                ? List.of(
                        Route.first("POST", "/v1/speech/speech_t2a_input", this::speak),
                        Route.first("POST", "/v1/voice_clone", this::cloneVoice))
                : List.of();
    }

    private Answer speak(Call call) {
        ObjectNode request = call.json(SPEECH);
        world.voices().use(call.key(), request.path("voice").asText());
        world.take(call);
        Speech speech = speech(request);
        return Answer.successWith(() -> {
            Recording recording = speech.record();
            ObjectNode answer = Json.MAPPER.createObjectNode();
            answer.putObject("data")
                    .put("audio", HexFormat.of().formatHex(recording.bytes()))
                    .put("status", 2);
            answer.set("extra_info", speech.extraInfo(recording));
            return answer.put("trace_id", call.id());
        });
    }

    private static Speech speech(JsonNode request) {
        String words = Faults.withoutMarkers(request.path("text").asText());
        String format = request.path("output_format").asText("mp3");
        SoundSpec sound = new SoundSpec(Encoding.named(format), 32_000, 128_000, 1);
        SpeechSpec spec = new SpeechSpec(
                words,
                request.path("voice").asText(),
                request.path("rate").asDouble(1),
                (int) request.path("pitch").asDouble(),
                request.path("volume").asDouble(1),
                sound);
        return new Speech(words, format, sound.bitrate(), spec);
    }

    private Answer cloneVoice(Call call) {
        ObjectNode request = call.json(CLONE);
        String name = request.path("clone_name").asText();
        world.voices().add(new OwnVoice(name, call.key(), Kind.VOICE_CLONING, "", world.now(), false));
        world.take(call);
        return Answer.success(
                Json.MAPPER.createObjectNode().put("voice_id", name).put("demo_audio", ""));
    }
}
