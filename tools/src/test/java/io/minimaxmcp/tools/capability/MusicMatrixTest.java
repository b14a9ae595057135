package io.minimaxmcp.tools.capability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** All music of the catalogue: what it allows is made, what it does not allow is refused before it is sent. */
class MusicMatrixTest extends CatalogueMatrix {
    private static final String MUSIC = "/v1/music_generation";

    @Test
    void songsAndInstrumentalsOfEveryModelFormatSampleRateAndBitrate() {
        CatalogueMatrix.Round round = round("generate_music", MUSIC);
        for (JsonNode model : offered("music")) {
            String id = model.path("id").asText();
            if (!hasMode(model, "song")) {
                continue;
            }
            round.add(instrumental(id), hasMode(model, "instrumental"), "model");
            round.add(song(id, "pcm", 16000, null), true);
            for (String format : texts(model.at("/features/formats"))) {
                round.add(song(id, format, 48000, null), false, "audio_setting.sample_rate");
                if (!format.equals("mp3")) {
                    round.add(song(id, format, 44100, 64000), false, "audio_setting.bitrate");
                }
            }
        }
        JsonNode newest = model("music-3.0");
        numbers(newest.at("/features/bitrates"))
                .forEach(bitrate -> round.add(song("music-3.0", "mp3", 16000, bitrate), true));
        texts(newest.at("/features/formats"))
                .forEach(format -> numbers(newest.at("/features/sample_rates"))
                        .forEach(rate -> round.add(song("music-3.0", format, rate, null), true)));

        round.play();
    }

    @Test
    void lyricsAtTheBordersOfTheirLength() {
        round("generate_music", MUSIC)
                .add(object("lyrics", "x".repeat(3500)), true)
                .add(object("lyrics", "x".repeat(3501)), false, "lyrics")
                .play();
    }

    private static ObjectNode instrumental(String model) {
        return object("prompt", "slow piano").put("model", model).put("instrumental", true);
    }

    private static ObjectNode song(String model, String format, int rate, @Nullable Integer bitrate) {
        ObjectNode song = object("lyrics", "[Verse]\nOver the sea").put("model", model);
        ObjectNode audio = song.putObject("audio_setting").put("format", format).put("sample_rate", rate);
        if (bitrate != null) {
            audio.put("bitrate", bitrate);
        }
        return song;
    }
}
