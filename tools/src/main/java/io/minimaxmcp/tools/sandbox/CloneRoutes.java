package io.minimaxmcp.tools.sandbox;

import static io.minimaxmcp.tools.sandbox.Field.flag;
import static io.minimaxmcp.tools.sandbox.Field.number;
import static io.minimaxmcp.tools.sandbox.Field.object;
import static io.minimaxmcp.tools.sandbox.Field.text;
import static io.minimaxmcp.tools.sandbox.Field.whole;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.Json;
import io.minimaxmcp.tools.sandbox.Voices.Kind;
import io.minimaxmcp.tools.sandbox.Voices.OwnVoice;
import java.util.List;
import java.util.regex.Pattern;

/** Cloning a voice from a sample that was uploaded before (reference, section 9.1). */
final class CloneRoutes {
    static final Pattern VOICE_ID = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{6,254}[A-Za-z0-9]");
    static final String VOICE_ID_WORDS =
            "must have 8 to 256 letters, digits, '-' or '_', start with a letter and not" + " end with '-' or '_'";
    private static final int SHORTEST_SAMPLE = 10;
    private static final int LONGEST_SAMPLE = 300;
    private static final int LONGEST_PROMPT = 8;

    private static final Rules CLONE = Rules.of(
                    whole("file_id").required(),
                    text("voice_id").required().matching(VOICE_ID, VOICE_ID_WORDS),
                    object(
                            "clone_prompt",
                            Rules.of(
                                    whole("prompt_audio").required(),
                                    text("prompt_text")
                                            .required()
                                            .length(1, 2000)
                                            .matching(
                                                    Pattern.compile("(?s).*\\p{Punct}|.*\\p{IsPunctuation}"),
                                                    "must end with punctuation"))),
                    text("text").length(0, 1000),
                    text("model").oneOf(SpeechRules.MODELS),
                    text("language_boost").oneOf(SpeechRules.LANGUAGES),
                    text("text_validation").length(0, 200),
                    number("accuracy").between(0, 1),
                    flag("need_noise_reduction"),
                    flag("need_volume_normalization"),
                    flag("aigc_watermark"))
            .when(request -> !request.path("text").asText().isEmpty() && !request.hasNonNull("model")
                    ? "model is required with text"
                    : null);

    private final World world;

    CloneRoutes(World world) {
        this.world = world;
    }

    List<Route> routes() {
        return world.speaksReference() ? List.of() : List.of(Route.first("POST", "/v1/voice_clone", this::cloneVoice));
    }

    private Answer cloneVoice(Call call) {
        ObjectNode request = call.json(CLONE);
        checkSample(sample(call, request.path("file_id"), "voice_clone"));
        JsonNode prompt = request.at("/clone_prompt/prompt_audio");
        if (prompt.isNumber() && SoundLength.seconds(sample(call, prompt, "prompt_audio")) >= LONGEST_PROMPT) {
            throw Refusal.of(2048);
        }
        String id = request.path("voice_id").asText();
        world.voices().add(new OwnVoice(id, call.key(), Kind.VOICE_CLONING, "", world.now(), false));
        world.take(call);
        String words = Faults.withoutMarkers(request.path("text").asText());
        return words.isEmpty() ? Answer.success(answer("")) : preview(call, Speech.preview(words, id));
    }

    private Answer preview(Call call, Speech speech) {
        String url = world.links().mint(call, speech.medium(new Wear(call.mischief())), Links.DAY);
        return Answer.successWith(() -> {
            ObjectNode answer = answer(url);
            answer.set("extra_info", speech.extraInfo(speech.record()));
            return answer;
        });
    }

    static void checkSample(byte[] sample) {
        double seconds = SoundLength.seconds(sample);
        if (seconds < SHORTEST_SAMPLE || seconds > LONGEST_SAMPLE) {
            throw Refusal.of(2037);
        }
    }

    private byte[] sample(Call call, JsonNode id, String purpose) {
        return world.files().upload(call.key(), id.asLong(), purpose).uploaded();
    }

    private static ObjectNode answer(String demo) {
        ObjectNode answer = Json.MAPPER.createObjectNode();
        answer.putObject("input_sensitive").put("type", 0);
        return answer.put("input_sensitive_type", 0).put("demo_audio", demo);
    }
}
