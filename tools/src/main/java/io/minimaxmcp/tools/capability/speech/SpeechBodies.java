package io.minimaxmcp.tools.capability.speech;

import io.minimaxmcp.tools.upstream.Body;
import org.jspecify.annotations.Nullable;

/** The bodies of the speech endpoints, which name the same things a little differently. */
final class SpeechBodies {
    private final GenerateSpeech.Input input;
    private final String model;
    private final @Nullable String emotion;

    SpeechBodies(GenerateSpeech.Input input, String model, @Nullable String emotion) {
        this.input = input;
        this.model = model;
        this.emotion = emotion;
    }

    /** {@code POST /v1/t2a_v2}. */
    Body atOnce(String text) {
        return new Body()
                .with("model", model)
                .with("text", text)
                .with("stream", false)
                .with("language_boost", input.language())
                .with("output_format", "url")
                .with("voice_setting", voice())
                .with("audio_setting", audio("sample_rate"))
                .with("pronunciation_dict", pronunciation())
                .with("voice_modify", modify())
                .with("subtitle_enable", input.subtitles() ? true : null);
    }

    /** {@code POST /v1/t2a_async_v2}, without its text; one channel, as the other one gives. */
    Body task() {
        return new Body()
                .with("model", model)
                .with("language_boost", input.language())
                .with("voice_setting", voice())
                .with("audio_setting", audio("audio_sample_rate").with("channel", 1))
                .with("pronunciation_dict", pronunciation())
                .with("voice_modify", modify());
    }

    private Body voice() {
        return new Body()
                .with("voice_id", input.voice())
                .with("speed", input.rate())
                .with("vol", input.volume())
                .with("pitch", input.pitch())
                .with("emotion", emotion);
    }

    private Body audio(String rateField) {
        return new Body()
                .with("format", input.outputFormat())
                .with(rateField, input.sampleRate())
                .with("bitrate", input.bitrate());
    }

    private Body pronunciation() {
        return new Body().with("tone", input.pronunciation());
    }

    private Body modify() {
        GenerateSpeech.VoiceModify modify = input.voiceModify();
        return modify == null
                ? new Body()
                : new Body()
                        .with("pitch", modify.pitch())
                        .with("intensity", modify.intensity())
                        .with("timbre", modify.timbre())
                        .with("sound_effects", modify.soundEffects());
    }

    /** The flat body of the product brief. */
    Body reference(String text) {
        return new Body()
                .with("model", model)
                .with("text", text)
                .with("voice", input.voice())
                .with("emotion", input.emotion())
                .with("rate", input.rate())
                .with("volume", input.volume())
                .with("pitch", input.pitch())
                .with("output_format", input.outputFormat());
    }
}
