package io.minimaxmcp.tools.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubtitlesTest {
    @Test
    void writesWhatPlayersRead() {
        Subtitles subtitles = parsed("""
                [{"text":"Tom & I.","time_begin":0,"time_end":1500.4},
                 {"text":"<Home>","time_begin":1500.4,"time_end":3661005}]""");

        assertThat(subtitles.as("srt")).isEqualTo("""
                1
                00:00:00,000 --> 00:00:01,500
                Tom & I.

                2
                00:00:01,500 --> 01:01:01,005
                <Home>

                """);
        assertThat(subtitles.as("vtt")).isEqualTo("""
                WEBVTT

                00:00:00.000 --> 00:00:01.500
                Tom &amp; I.

                00:00:01.500 --> 01:01:01.005
                &lt;Home&gt;

                """);
    }

    @Test
    void breaksLongSentencesIntoCuesThatFollowEachOtherAndLoseNoWord() {
        String sentence = "every word of this sentence counts and none may be lost "
                .repeat(8)
                .strip();
        Subtitles subtitles = parsed("[{\"text\":\"" + sentence + "\",\"time_begin\":1000,\"time_end\":31000}]");

        List<Subtitles.Cue> cues = subtitles.cues();

        assertThat(cues).hasSizeGreaterThan(4);
        assertThat(cues).extracting(Subtitles.Cue::text).allMatch(text -> text.length() <= 84);
        assertThat(String.join(" ", cues.stream().map(Subtitles.Cue::text).toList()))
                .isEqualTo(sentence);
        assertThat(cues.get(0).fromMs()).isEqualTo(1000);
        assertThat(cues.get(cues.size() - 1).toMs()).isEqualTo(31_000);
        for (int i = 1; i < cues.size(); i++) {
            assertThat(cues.get(i).fromMs()).isEqualTo(cues.get(i - 1).toMs());
        }
    }

    @Test
    void breaksTextWithoutSpacesToo() {
        Subtitles subtitles =
                parsed("[{\"text\":\"" + "灯塔整夜亮着，每条船都回家了。".repeat(12) + "\",\"time_begin\":0,\"time_end\":60000}]");

        assertThat(subtitles.cues()).hasSizeGreaterThan(1);
        assertThat(subtitles.as("srt").lines()).allMatch(line -> line.length() <= 42);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "no json", "[{\"text\":\"a\"}]", "1\n00:00:00,000 --> 00:00:01,000\nHi\n"})
    void takesNothingElseForSubtitles(String other) {
        assertThat(Subtitles.parse(other.getBytes(UTF_8))).isEmpty();
    }

    private static Subtitles parsed(String json) {
        return Subtitles.parse(json.getBytes(UTF_8)).orElseThrow();
    }
}
