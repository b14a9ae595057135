package io.minimaxmcp.tools.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
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
        assertThat(cues)
                .extracting(Subtitles.Cue::text)
                .allMatch(text -> text.lines().count() <= 2 && text.lines().allMatch(line -> line.length() <= 42));
        assertThat(String.join(" ", cues.stream().map(Subtitles.Cue::text).toList())
                        .replace('\n', ' '))
                .isEqualTo(sentence);
        assertThat(cues.get(0).fromMs()).isEqualTo(1000);
        assertThat(cues.get(cues.size() - 1).toMs()).isEqualTo(31_000);
        for (int i = 1; i < cues.size(); i++) {
            assertThat(cues.get(i).fromMs()).isEqualTo(cues.get(i - 1).toMs());
        }
    }

    @Test
    void pausesBehindCommasRatherThanInTheMiddleOfAPhrase() {
        assertThat(CueLayout.of("All night it turned, and in the morning every boat was home."))
                .containsExactly("All night it turned,\nand in the morning every boat was home.");
        assertThat(CueLayout.of("Nobody remembers who lit it first, or when, or whose hand it was that did it; and all"
                        + " who knew are long gone."))
                .containsExactly(
                        "Nobody remembers who lit it first,\nor when, or whose hand it was that did it;",
                        "and all who knew are long gone.");
    }

    @Test
    void givesIdeographsTwoColumnsAndKeepsThePunctuationThatEndsThem() {
        List<String> cues = CueLayout.of("灯塔整夜亮着，每条船都回家了。".repeat(12));

        assertThat(cues).hasSizeGreaterThan(3);
        assertThat(cues).allSatisfy(cue -> {
            assertThat(cue.lines().count()).isLessThanOrEqualTo(2);
            assertThat(cue.lines()).allMatch(line -> line.length() <= 21).noneMatch(line -> line.matches("[，。].*"));
        });
        assertThat(String.join("", cues).replace("\n", "")).isEqualTo("灯塔整夜亮着，每条船都回家了。".repeat(12));
    }

    @Test
    void breaksWhatHasNoPlaceToBreakAndNeverACharacter() {
        String faces = "😀".repeat(50);

        List<String> cues = CueLayout.of("x".repeat(100) + " " + faces);

        assertThat(cues).allSatisfy(cue -> assertThat(cue.lines()).allMatch(line -> CueLayout.weight(line) <= 42));
        assertThat(String.join("", cues).replaceAll("\\s", "")).isEqualTo("x".repeat(100) + faces);
    }

    @Test
    void leavesOutPauses() {
        Subtitles subtitles = parsed("[{\"text\":\"Wait.<#1.5#>Now.\",\"time_begin\":0,\"time_end\":2000}]");

        assertThat(subtitles.cues()).containsExactly(new Subtitles.Cue(0, 2000, "Wait. Now."));
    }

    /** A text without a single full stop is one sentence. */
    @Test
    void laysOutASentenceOfABookInAMomentWhateverItIsMadeOf() {
        for (String part : List.of("and so on it went ", "灯塔整夜亮着", "x")) {
            String sentence = part.repeat(200_000 / part.length());

            List<String> cues = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> CueLayout.of(sentence));

            assertThat(cues).hasSizeGreaterThan(2_000);
        }
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
