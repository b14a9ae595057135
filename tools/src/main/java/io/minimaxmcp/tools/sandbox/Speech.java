package io.minimaxmcp.tools.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.Json;
import io.minimaxmcp.tools.sandbox.studio.Encoding;
import io.minimaxmcp.tools.sandbox.studio.Recording;
import io.minimaxmcp.tools.sandbox.studio.Sound;
import io.minimaxmcp.tools.sandbox.studio.SoundSpec;
import io.minimaxmcp.tools.sandbox.studio.SpeechSpec;
import java.nio.charset.StandardCharsets;

/** A speech to be recorded, as a request of the platform's format asks for it. */
record Speech(String text, String format, int bitrate, SpeechSpec spec, Remembered<Recording> recording) {

    Speech(String text, String format, int bitrate, SpeechSpec spec) {
        this(text, format, bitrate, spec, new Remembered<>(() -> Sound.speech(spec)));
    }

    /** The endpoints differ in the sample rate's field and in the default number of channels. */
    static Speech of(JsonNode request, String rateField, int channels) {
        return of(request, Faults.withoutMarkers(request.path("text").asText()), rateField, channels);
    }

    static Speech of(JsonNode request, String text, String rateField, int channels) {
        JsonNode voice = request.path("voice_setting");
        JsonNode audio = request.path("audio_setting");
        String format = audio.path("format").asText("mp3");
        SoundSpec sound = new SoundSpec(
                Encoding.named(format),
                audio.path(rateField).asInt(32_000),
                audio.path("bitrate").asInt(128_000),
                audio.path("channel").asInt(channels));
        String voiceId = voice.path("voice_id")
                .asText(request.at("/timbre_weights/0/voice_id").asText());
        return new Speech(
                text,
                format,
                sound.bitrate(),
                new SpeechSpec(
                        text,
                        voiceId,
                        voice.path("speed").asDouble(1),
                        voice.path("pitch").asInt(),
                        voice.path("vol").asDouble(1),
                        sound));
    }

    /** A preview of a new voice, as MiniMax makes it without being told how. */
    static Speech preview(String text, String voice) {
        SoundSpec sound = new SoundSpec(Encoding.MP3, 32_000, 128_000, 1);
        return new Speech(text, "mp3", sound.bitrate(), new SpeechSpec(text, voice, 1, 0, 1, sound));
    }

    Recording record() {
        return recording.get();
    }

    Medium medium(Wear wear) {
        Encoding encoding = spec.sound().encoding();
        return new Medium(encoding.extension(), encoding.mimeType(), () -> record().bytes(), wear);
    }

    ObjectNode extraInfo(Recording recording) {
        return Json.MAPPER
                .createObjectNode()
                .put("audio_length", recording.durationMs())
                .put("audio_sample_rate", recording.sampleRate())
                .put("audio_size", recording.bytes().length)
                .put("bitrate", bitrate)
                .put("word_count", text.codePointCount(0, text.length()))
                .put("invisible_character_ratio", 0)
                .put("usage_characters", SpokenText.billedCharacters(text))
                .put("audio_format", format)
                .put("audio_channel", recording.channels());
    }

    /** A subtitle for each sentence, with its share of the time. */
    Medium subtitles() {
        return new Medium("json", "application/json", () -> subtitlesJson(record()), new Wear(Mischief.NONE));
    }

    byte[] subtitlesJson(Recording recording) {
        ArrayNode lines = Json.MAPPER.createArrayNode();
        double whole = Sound.seconds(text, spec.speed());
        double said = 0;
        int from = 0;
        for (String sentence : SpokenText.sentences(text)) {
            int to = from + sentence.codePointCount(0, sentence.length());
            double saidThen = said + Sound.seconds(sentence, spec.speed());
            lines.addObject()
                    .put("text", sentence.strip())
                    .put("time_begin", Math.round(recording.durationMs() * said / whole))
                    .put("time_end", Math.round(recording.durationMs() * saidThen / whole))
                    .put("text_begin", from)
                    .put("text_end", to);
            from = to;
            said = saidThen;
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }
}
