package io.minimaxmcp.tools.capability.music;

import io.minimaxmcp.schemas.Limits;
import io.minimaxmcp.schemas.Model;
import io.minimaxmcp.schemas.Words;
import io.minimaxmcp.tools.media.MediaLimits;
import io.minimaxmcp.tools.preflight.Allowed;
import io.minimaxmcp.tools.preflight.Brackets;
import io.minimaxmcp.tools.preflight.ChosenModel;
import io.minimaxmcp.tools.tool.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a music model refuses, said before it costs. */
final class SongRules {
    /** What a song to cover may come in, as far as its length can be told here. */
    private static final List<String> ORIGINALS = List.of("mp3", "wav", "m4a", "flac", "aac", "ogg");

    private SongRules() {}

    static void checkWords(GenerateMusic.Input input) {
        if (input.coverOf() != null) {
            checkCover(input);
        } else if (input.instrumental()) {
            checkInstrumental(input);
        } else if (isBlank(input.lyrics())) {
            throw Refusal.of(
                    "lyrics",
                    null,
                    "is missing: a song is sung from it.",
                    "Give lyrics with tags such as [Verse] and [Chorus], or set instrumental to true.");
        }
    }

    private static void checkCover(GenerateMusic.Input input) {
        if (input.instrumental()) {
            throw Refusal.of(
                    "cover_of", null, "cannot go with instrumental.", "Leave one of them out; covers are sung.");
        }
        if (isBlank(input.prompt())) {
            throw Refusal.of("prompt", null, "is missing.", "Say in 10 to 300 characters how the cover is to sound.");
        }
    }

    private static void checkInstrumental(GenerateMusic.Input input) {
        if (isBlank(input.prompt())) {
            throw Refusal.of(
                    "prompt",
                    null,
                    "is missing: an instrumental is made from it.",
                    "Describe style and mood in prompt.");
        }
        if (!isBlank(input.lyrics())) {
            throw Refusal.of(
                    "lyrics", null, "cannot go with instrumental.", "Leave lyrics out, or set instrumental to false.");
        }
    }

    static void check(GenerateMusic.Input input, Model model, Words words) {
        Limits limits = model.limits();
        if (input.prompt() != null) {
            Allowed.length("prompt", input.prompt(), limits.promptMinChars(), limits.promptMaxChars(), model.id());
        }
        if (input.lyrics() != null) {
            Allowed.length("lyrics", input.lyrics(), limits.lyricsMinChars(), limits.lyricsMaxChars(), model.id());
            Brackets.checkLyrics(input.lyrics(), words.lyricsTags());
        }
        GenerateMusic.AudioSetting audio = input.audioSetting();
        Allowed.oneOf("audio_setting.format", audio.format(), model.features().formats(), model.id());
        Allowed.oneOf(
                "audio_setting.sample_rate",
                audio.sampleRate(),
                model.features().sampleRates(),
                model.id());
        List<Integer> bitrates = audio.format().equals("mp3") ? model.features().bitrates() : List.of();
        Allowed.oneOf("audio_setting.bitrate", audio.bitrate(), bitrates, model.id() + " as " + audio.format());
    }

    static MediaLimits original(ChosenModel model) {
        Limits limits = model.known()
                .orElseThrow(() -> Refusal.of(
                        "model", model.id(), "is not known to make covers.", "Call again with model 'music-cover'."))
                .limits();
        Integer least = limits.audioMinSeconds();
        Integer most = limits.audioMaxSeconds();
        Long bytes = limits.audioMaxBytes();
        return MediaLimits.clip(
                ORIGINALS,
                Objects.requireNonNullElse(bytes, Long.MAX_VALUE),
                Duration.ofSeconds(Objects.requireNonNullElse(least, 0)),
                Duration.ofSeconds(Objects.requireNonNullElse(most, Integer.MAX_VALUE)));
    }

    static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
