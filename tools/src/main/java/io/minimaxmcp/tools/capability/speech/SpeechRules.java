package io.minimaxmcp.tools.capability.speech;

import io.minimaxmcp.schemas.Limits;
import io.minimaxmcp.schemas.Model;
import io.minimaxmcp.schemas.Words;
import io.minimaxmcp.tools.preflight.Allowed;
import io.minimaxmcp.tools.tool.Refusal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a speech model refuses, said before it costs. */
final class SpeechRules {
    /** Characters that every model speaks in one request. */
    static final int AT_ONCE = 9_999;

    /** Formats whose voice can be changed (API reference, T2A and asynchronous T2A). */
    private static final List<String> MODIFIABLE = List.of("mp3", "wav", "flac");

    private final GenerateSpeech.Input input;
    private final Words words;

    SpeechRules(GenerateSpeech.Input input, Words words) {
        this.input = input;
        this.words = words;
    }

    static int atOnce(Model model) {
        return Objects.requireNonNullElse(model.limits().textMaxChars(), AT_ONCE);
    }

    /** Characters that a task takes in its request. */
    static int inTask(Model model) {
        return Objects.requireNonNullElse(model.limits().asyncTextMaxChars(), AT_ONCE);
    }

    /** Characters that are taken in any way. */
    static int longest(Limits limits) {
        return Objects.requireNonNullElse(
                limits.asyncFileMaxChars(), Objects.requireNonNullElse(limits.textMaxChars(), AT_ONCE));
    }

    void checkLength(String field, String text, int most, String model) {
        if (text.isBlank()) {
            throw Refusal.of(field, null, "holds nothing to speak.", "Give the words.");
        }
        Allowed.length(field, text, null, most, model);
    }

    /** @param offered the models of speech, of which another one may be able to */
    void check(Model model, List<Model> offered) {
        checkEmotion(model, offered);
        Allowed.oneOf("output_format", input.outputFormat(), model.features().formats(), model.id());
        boolean opus = input.outputFormat().equals("opus");
        List<Integer> rates =
                opus ? model.features().opusSampleRates() : model.features().sampleRates();
        String who = model.id() + " as " + input.outputFormat();
        Allowed.oneOf("sample_rate", input.sampleRate(), rates, who);
        List<Integer> bitrates =
                input.outputFormat().equals("mp3") ? model.features().bitrates() : List.of();
        Allowed.oneOf("bitrate", input.bitrate(), bitrates, who);
        Languages.check(input.language(), words.languages(), model);
        checkPronunciation();
        GenerateSpeech.VoiceModify modify = input.voiceModify();
        if (modify != null) {
            checkRange("voice_modify.pitch", modify.pitch());
            checkRange("voice_modify.intensity", modify.intensity());
            checkRange("voice_modify.timbre", modify.timbre());
        }
        if (modify != null && !MODIFIABLE.contains(input.outputFormat())) {
            throw Refusal.of(
                    "voice_modify",
                    null,
                    "does not go with output_format " + input.outputFormat() + ". It goes with: "
                            + String.join(", ", MODIFIABLE) + ".",
                    "Call again with output_format mp3.");
        }
    }

    /** A wish for a way to speak is better granted by another model than given up. */
    private void checkEmotion(Model model, List<Model> offered) {
        String emotion = emotion();
        if (emotion == null || model.features().emotions().contains(emotion)) {
            return;
        }
        List<String> able = offered.stream()
                .filter(other -> other.features().emotions().contains(emotion))
                .map(Model::id)
                .toList();
        if (able.isEmpty()) {
            Allowed.oneOf("emotion", emotion, model.features().emotions(), model.id());
        }
        throw Refusal.of(
                "emotion",
                emotion,
                "is not offered by " + model.id() + ", but by " + String.join(", ", able) + ".",
                "Call again with model '" + able.get(0) + "', or without emotion.");
    }

    private static void checkRange(String field, @Nullable Integer value) {
        if (value != null && Math.abs(value) > 100) {
            throw Refusal.of(
                    field,
                    value,
                    "is not within -100 and 100.",
                    "Call again with " + field + " " + (value < 0 ? -100 : 100) + ".");
        }
    }

    private void checkPronunciation() {
        for (String entry : input.pronunciation() == null ? List.<String>of() : input.pronunciation()) {
            int slash = entry.indexOf('/');
            if (slash < 1 || slash == entry.length() - 1) {
                throw Refusal.of(
                        "pronunciation",
                        entry,
                        "is not a word and how it is spoken, with a slash between.",
                        "Write for example omg/oh my god.");
            }
        }
    }

    /** An old name of an emotion is sent by its present one. */
    @Nullable
    String emotion() {
        String asked = input.emotion();
        return asked == null ? null : words.emotionAliases().getOrDefault(asked, asked);
    }
}
