package io.minimaxmcp.tools.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.Json;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Speech to text (reference, section 10): the sandbox hears the same words in everything. */
final class TranscriptRoutes {
    private static final String WORDS = "This is what the sandbox heard.";
    private static final int BYTES_MAX = 50 << 20;
    private static final int SECONDS_MAX = 500;
    private static final Set<MediaType> WITH_LENGTH = Set.of(MediaType.WAV, MediaType.MP3, MediaType.M4A);
    private static final Set<MediaType> HEARD =
            Set.of(MediaType.WAV, MediaType.MP3, MediaType.M4A, MediaType.FLAC, MediaType.OGG, MediaType.AIFF);

    private final World world;

    TranscriptRoutes(World world) {
        this.world = world;
    }

    List<Route> routes() {
        return List.of(Route.second("POST", "/v1/speech_to_text", this::hear));
    }

    private Answer hear(Call call) {
        Form form = call.multipart();
        form.only(Set.of("model", "response_format", "timestamp_level", "stream"));
        if (!form.required("model").equals("asr-1.0")) {
            throw Refusal.invalid("model must be asr-1.0");
        }
        String format = oneOf(form, "response_format", "json", Set.of("json", "verbose_json", "srt", "vtt"));
        oneOf(form, "timestamp_level", "sentence", Set.of("sentence", "word"));
        boolean stream = oneOf(form, "stream", "false", Set.of("true", "false")).equals("true");
        if (stream && !format.equals("json")) {
            throw Refusal.invalid("stream is for response_format json only");
        }
        double seconds = seconds(form.requiredFile().bytes());
        world.take(call);
        return stream ? events(seconds) : whole(call, format, seconds);
    }

    private static double seconds(byte[] sound) {
        if (sound.length > BYTES_MAX) {
            throw Refusal.invalid("file must not be larger than 50 MB").withHttp(413);
        }
        Optional<MediaType> type = MediaType.of(sound).filter(HEARD::contains);
        double seconds = WITH_LENGTH.contains(
                        type.orElseThrow(() -> Refusal.invalid("file must be wav, aiff, flac, m4a, mp3, opus or ogg")))
                ? SoundLength.seconds(sound)
                : 1;
        if (seconds > SECONDS_MAX) {
            throw Refusal.invalid("file must not play longer than 500 s");
        }
        return seconds;
    }

    private static Answer whole(Call call, String format, double seconds) {
        return switch (format) {
            case "srt" ->
                Answer.text(200, "text/plain", "1\n00:00:00,000 --> " + stamp(seconds, ',') + "\n" + WORDS + "\n");
            case "vtt" ->
                Answer.text(200, "text/vtt", "WEBVTT\n\n00:00:00.000 --> " + stamp(seconds, '.') + "\n" + WORDS + "\n");
            default -> Answer.json(200, json(call, format.equals("verbose_json"), seconds));
        };
    }

    private static ObjectNode json(Call call, boolean verbose, double seconds) {
        ObjectNode answer = Json.MAPPER
                .createObjectNode()
                .put("text", WORDS)
                .put("duration", seconds)
                .put("trace_id", call.id());
        if (verbose) {
            answer.put("n_speakers", 1)
                    .putArray("segments")
                    .addObject()
                    .put("id", 0)
                    .put("start", 0.0)
                    .put("end", seconds)
                    .put("speaker", "0")
                    .put("text", WORDS);
        }
        return answer;
    }

    private static Answer events(double seconds) {
        ObjectNode words = Json.MAPPER
                .createObjectNode()
                .put("index", 0)
                .put("delta", WORDS)
                .put("finish", false);
        ObjectNode end = Json.MAPPER
                .createObjectNode()
                .put("index", 1)
                .put("delta", "")
                .put("finish", true)
                .put("duration", seconds);
        return Answer.text(200, "text/event-stream", "data: " + words + "\n\ndata: " + end + "\n\n");
    }

    private static String oneOf(Form form, String field, String otherwise, Set<String> allowed) {
        String value = form.fields().getOrDefault(field, otherwise);
        if (!allowed.contains(value)) {
            throw Refusal.invalid(field + " must be one of " + allowed);
        }
        return value;
    }

    private static String stamp(double seconds, char point) {
        long millis = Math.round(seconds * 1000);
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d%c%03d",
                millis / 3_600_000,
                millis / 60_000 % 60,
                millis / 1000 % 60,
                point,
                millis % 1000);
    }
}
