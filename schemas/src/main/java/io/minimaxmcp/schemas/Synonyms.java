package io.minimaxmcp.schemas;

import static java.util.Map.entry;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What other APIs, and MiniMax's own, call arguments of our tools: names that no edit distance would lead to the right one. */
final class Synonyms {
    private static final List<String> SOUND = List.of("audio", "text_file", "cover_of");
    private static final List<String> FRAME = List.of("first_frame_image", "image_file");
    private static final List<String> LAST_FRAME = List.of("last_frame_image");
    private static final List<String> VOICE = List.of("voice", "name");
    private static final List<String> WORDS = List.of("prompt", "preview_text", "text", "lyrics");
    private static final List<String> LENGTH = List.of("duration", "wait_seconds");
    private static final List<String> SUBTITLES = List.of("subtitles");
    private static final List<String> RATIO = List.of("aspect_ratio");
    private static final List<String> COUNT = List.of("n", "limit");
    private static final List<String> RATE = List.of("rate");
    private static final List<String> VOLUME = List.of("volume");
    private static final List<String> FORMAT = List.of("output_format");
    private static final List<String> LANGUAGE = List.of("language");
    private static final List<String> FILE_NAME = List.of("output_name");
    private static final List<String> REQUEST = List.of("request_id");
    private static final List<String> WAIT = List.of("wait_seconds");
    private static final List<String> ID = List.of("job_id", "file_id", "voice");

    /** For each name the arguments it may mean, the likeliest first. */
    private static final Map<String, List<String>> MEANINGS = Map.ofEntries(
            entry("speed", RATE),
            entry("speaking_rate", RATE),
            entry("vol", VOLUME),
            entry("ratio", RATIO),
            entry("size", RATIO),
            entry("image", FRAME),
            entry("image_url", FRAME),
            entry("first_frame", FRAME),
            entry("start_frame", FRAME),
            entry("start_image", FRAME),
            entry("last_frame", LAST_FRAME),
            entry("end_frame", LAST_FRAME),
            entry("end_image", LAST_FRAME),
            entry("subtitle_enable", SUBTITLES),
            entry("subtitle", SUBTITLES),
            entry("voice_id", VOICE),
            entry("voice_name", VOICE),
            entry("file", SOUND),
            entry("file_path", SOUND),
            entry("url", SOUND),
            entry("source", SOUND),
            entry("sample", SOUND),
            entry("recording", SOUND),
            entry("text", WORDS),
            entry("description", WORDS),
            entry("input", WORDS),
            entry("style", WORDS),
            entry("seconds", LENGTH),
            entry("length", LENGTH),
            entry("timeout", WAIT),
            entry("count", COUNT),
            entry("num_images", COUNT),
            entry("number_of_images", COUNT),
            entry("format", FORMAT),
            entry("audio_format", FORMAT),
            entry("lang", LANGUAGE),
            entry("language_boost", LANGUAGE),
            entry("filename", FILE_NAME),
            entry("file_name", FILE_NAME),
            entry("output", FILE_NAME),
            entry("output_path", FILE_NAME),
            entry("idempotency_key", REQUEST),
            entry("id", ID),
            entry("task_id", ID));

    private Synonyms() {}

    /** The first of the candidates that the name means, if it means one. */
    static Optional<String> of(String name, Collection<String> candidates) {
        return MEANINGS.getOrDefault(Nearest.plain(name), List.of()).stream()
                .filter(candidates::contains)
                .findFirst();
    }
}
