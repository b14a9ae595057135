package io.minimaxmcp.tools.sandbox;

import static io.minimaxmcp.tools.sandbox.Field.flag;
import static io.minimaxmcp.tools.sandbox.Field.object;
import static io.minimaxmcp.tools.sandbox.Field.text;
import static io.minimaxmcp.tools.sandbox.Field.whole;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tables of {@code POST /v1/music_generation}, which depend on the model (reference, section 11.1). */
final class MusicRules {
    private static final Set<String> CURRENT = Set.of("music-3.0", "music-2.6");
    /** Priced, though off the current list; the reference leaves open whether they are still taken. */
    private static final Set<String> LEGACY = Set.of("music-2.5+", "music-2.5", "music-2.0", "music-1.5");

    private static final Rules COMMON = Rules.of(
                    text("model").required(),
                    text("prompt").length(0, 2000),
                    flag("stream"),
                    text("output_format").oneOf("hex", "url"),
                    object(
                            "audio_setting",
                            Rules.of(
                                    whole("sample_rate").anyOf(16000, 24000, 32000, 44100),
                                    whole("bitrate").anyOf(32000, 64000, 128000, 256000),
                                    text("format").oneOf("mp3", "wav", "pcm"))),
                    flag("aigc_watermark"))
            .when(request -> request.path("stream").asBoolean() && is(request, "output_format", "url")
                    ? "output_format must be hex when streaming"
                    : null);

    private static final Rules SONG = COMMON.and(
                    text("lyrics").length(0, 3500), flag("is_instrumental"), flag("lyrics_optimizer"))
            .when(MusicRules::wordsComplaint);

    private static final Rules LEGACY_SONG =
            COMMON.and(text("lyrics").required().length(1, 3500));

    private static final Rules COVER = COMMON.and(
                    text("prompt").required().length(10, 300),
                    text("lyrics").length(10, 1000),
                    text("audio_url"),
                    text("audio_base64"),
                    text("cover_feature_id"))
            .when(MusicRules::coverComplaint);

    private MusicRules() {}

    static void check(ObjectNode request) {
        String model = request.path("model").asText();
        if (model.endsWith("-free")) {
            throw Refusal.of(2153);
        }
        if (CURRENT.contains(model)) {
            SONG.check(request);
        } else if (LEGACY.contains(model)) {
            LEGACY_SONG.check(request);
        } else if (model.equals("music-cover")) {
            COVER.check(request);
            checkSample(request);
        } else {
            throw Refusal.invalid("model must be one of music-3.0, music-2.6, music-cover");
        }
    }

    private static @Nullable String wordsComplaint(JsonNode request) {
        boolean instrumental = request.path("is_instrumental").asBoolean();
        if (instrumental) {
            return blank(request, "prompt") ? "prompt is required for an instrumental" : null;
        }
        if (!blank(request, "lyrics")) {
            return null;
        }
        boolean writesItsOwn = request.path("lyrics_optimizer").asBoolean() && !blank(request, "prompt");
        return writesItsOwn ? null : "lyrics is required";
    }

    private static @Nullable String coverComplaint(JsonNode request) {
        long sources = Stream.of("audio_url", "audio_base64", "cover_feature_id")
                .filter(field -> !blank(request, field))
                .count();
        if (sources != 1) {
            return "exactly one of audio_url, audio_base64 and cover_feature_id is required";
        }
        return request.hasNonNull("cover_feature_id") && blank(request, "lyrics")
                ? "lyrics is required with cover_feature_id"
                : null;
    }

    /** A song to cover plays 6 s to 6 min; one behind a URL is not looked at. */
    static void checkSample(ObjectNode request) {
        String sample = request.path("audio_base64").asText();
        if (sample.isEmpty()) {
            return;
        }
        double seconds;
        try {
            seconds = SoundLength.seconds(Base64.getDecoder().decode(sample));
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("audio_base64 is not valid base64");
        }
        if (seconds < 6 || seconds > 360) {
            throw Refusal.invalid("the audio must play 6 s to 6 min");
        }
    }

    private static boolean blank(JsonNode request, String field) {
        return request.path(field).asText().isBlank();
    }

    private static boolean is(JsonNode request, String field, String value) {
        return request.path(field).asText().equals(value);
    }
}
