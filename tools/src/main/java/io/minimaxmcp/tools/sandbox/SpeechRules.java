package io.minimaxmcp.tools.sandbox;

import static io.minimaxmcp.tools.sandbox.Field.flag;
import static io.minimaxmcp.tools.sandbox.Field.list;
import static io.minimaxmcp.tools.sandbox.Field.number;
import static io.minimaxmcp.tools.sandbox.Field.object;
import static io.minimaxmcp.tools.sandbox.Field.text;
import static io.minimaxmcp.tools.sandbox.Field.texts;
import static io.minimaxmcp.tools.sandbox.Field.whole;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tables of the speech endpoints (reference, sections 7.1 and 8). */
final class SpeechRules {
    static final String[] MODELS = {
        "speech-2.8-hd", "speech-2.8-turbo", "speech-2.6-hd", "speech-2.6-turbo",
        "speech-02-hd", "speech-02-turbo", "speech-01-hd", "speech-01-turbo"
    };

    static final String[] LANGUAGES = {
        "Chinese",
        "Chinese,Yue",
        "English",
        "Arabic",
        "Russian",
        "Spanish",
        "French",
        "Portuguese",
        "German",
        "Turkish",
        "Dutch",
        "Ukrainian",
        "Vietnamese",
        "Indonesian",
        "Japanese",
        "Italian",
        "Korean",
        "Thai",
        "Polish",
        "Romanian",
        "Greek",
        "Czech",
        "Finnish",
        "Hindi",
        "Bulgarian",
        "Danish",
        "Hebrew",
        "Malay",
        "Persian",
        "Slovak",
        "Swedish",
        "Croatian",
        "Filipino",
        "Hungarian",
        "Norwegian",
        "Slovenian",
        "Catalan",
        "Nynorsk",
        "Tamil",
        "Afrikaans",
        "auto"
    };

    private static final Set<String> NEWER_LANGUAGES = Set.of("Persian", "Filipino", "Tamil");
    private static final Set<String> SOUNDS_TO_MODIFY = Set.of("mp3", "wav", "flac");
    private static final Set<Integer> OPUS_RATES = Set.of(8000, 12000, 16000, 24000, 48000);
    private static final Set<Integer> RATES = Set.of(8000, 16000, 22050, 24000, 32000, 44100);

    private static final Rules VOICE = Rules.of(
            text("voice_id"),
            number("speed").between(0.5, 2),
            number("vol").above(0).between(0, 10),
            whole("pitch").between(-12, 12),
            text("emotion")
                    .oneOf("happy", "sad", "angry", "fearful", "disgusted", "surprised", "calm", "fluent", "whisper"));

    private static final Rules AUDIO = Rules.of(
            text("format").oneOf("mp3", "pcm", "flac", "wav", "pcmu_raw", "pcmu_wav", "opus"),
            whole("bitrate").anyOf(32000, 64000, 128000, 256000),
            whole("channel").anyOf(1, 2));

    private static final Rules MODIFY = Rules.of(
            whole("pitch").between(-100, 100),
            whole("intensity").between(-100, 100),
            whole("timbre").between(-100, 100),
            text("sound_effects").oneOf("spacious_echo", "auditorium_echo", "lofi_telephone", "robotic"));

    private static final Rules COMMON = Rules.of(
                    text("model").required().oneOf(MODELS),
                    text("text").required().length(1, 9_999).rule(SpokenText::complaint),
                    object("pronunciation_dict", Rules.of(texts("tone"))),
                    text("language_boost").oneOf(LANGUAGES),
                    object("voice_modify", MODIFY),
                    flag("aigc_watermark"))
            .when(SpeechRules::emotionComplaint)
            .when(SpeechRules::languageComplaint)
            .when(SpeechRules::rateComplaint)
            .when(SpeechRules::modifyComplaint);

    /** {@code POST /v1/t2a_v2}. */
    static final Rules AT_ONCE = COMMON.and(
                    object("voice_setting", VOICE.and(flag("text_normalization"), flag("latex_read")))
                            .required(),
                    object("audio_setting", AUDIO.and(whole("sample_rate"), flag("force_cbr"))),
                    flag("stream"),
                    object("stream_options", Rules.of(flag("exclude_aggregated_audio"))),
                    list(
                                    "timbre_weights",
                                    Rules.of(
                                            text("voice_id").required().length(1, 256),
                                            whole("weight").required().between(1, 100)))
                            .size(1, 4),
                    text("text_normalization_mode").oneOf("basic", "quality"),
                    flag("subtitle_enable"),
                    text("subtitle_type").oneOf("sentence", "word", "word_streaming"),
                    text("output_format").oneOf("hex", "url"))
            .when(SpeechRules::voiceComplaint)
            .when(SpeechRules::streamComplaint);

    /** {@code POST /v1/t2a_async_v2}. */
    static final Rules LONG = COMMON.and(
                    text("text").length(1, 50_000).rule(SpokenText::complaint),
                    whole("text_file_id"),
                    object(
                                    "voice_setting",
                                    VOICE.and(
                                            text("voice_id").required().length(1, 256), flag("english_normalization")))
                            .required(),
                    object("audio_setting", AUDIO.and(whole("audio_sample_rate"))))
            .when(request -> request.hasNonNull("text") == request.hasNonNull("text_file_id")
                    ? "exactly one of text and text_file_id is required"
                    : null);

    private SpeechRules() {}

    private static @Nullable String voiceComplaint(JsonNode request) {
        boolean named = !request.at("/voice_setting/voice_id").asText().isBlank();
        return named == request.hasNonNull("timbre_weights")
                ? "exactly one of voice_setting.voice_id and timbre_weights is required"
                : null;
    }

    private static @Nullable String emotionComplaint(JsonNode request) {
        String emotion = request.at("/voice_setting/emotion").asText();
        boolean special = emotion.equals("fluent") || emotion.equals("whisper");
        return special && !model(request).startsWith("speech-2.6")
                ? "voice_setting.emotion '" + emotion + "' is for speech-2.6 models only"
                : null;
    }

    private static @Nullable String languageComplaint(JsonNode request) {
        String language = request.path("language_boost").asText();
        boolean older = model(request).startsWith("speech-0");
        return older && NEWER_LANGUAGES.contains(language)
                ? "language_boost '" + language + "' is not supported by " + model(request)
                : null;
    }

    private static @Nullable String rateComplaint(JsonNode request) {
        JsonNode audio = request.path("audio_setting");
        JsonNode rate = audio.has("audio_sample_rate") ? audio.path("audio_sample_rate") : audio.path("sample_rate");
        Set<Integer> allowed = format(request).equals("opus") ? OPUS_RATES : RATES;
        return rate.isNumber() && !allowed.contains(rate.asInt())
                ? "sample rate " + rate.asText() + " is not supported for " + format(request)
                : null;
    }

    private static @Nullable String modifyComplaint(JsonNode request) {
        boolean streaming = request.path("stream").asBoolean();
        boolean fits = streaming ? format(request).equals("mp3") : SOUNDS_TO_MODIFY.contains(format(request));
        return request.hasNonNull("voice_modify") && !fits
                ? "voice_modify is not supported for " + format(request)
                : null;
    }

    private static @Nullable String streamComplaint(JsonNode request) {
        boolean streaming = request.path("stream").asBoolean();
        if (streaming && format(request).equals("wav")) {
            return "audio_setting.format wav is not supported when streaming";
        }
        return !streaming && request.path("subtitle_type").asText().equals("word_streaming")
                ? "subtitle_type word_streaming is for streaming only"
                : null;
    }

    private static String model(JsonNode request) {
        return request.path("model").asText();
    }

    private static String format(JsonNode request) {
        return request.at("/audio_setting/format").asText("mp3");
    }
}
