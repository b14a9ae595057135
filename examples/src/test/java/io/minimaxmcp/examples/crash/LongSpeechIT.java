package io.minimaxmcp.examples.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.minimaxmcp.tools.sandbox.Hold;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 60,000 characters in one call, while processes are killed: one paid request, one file that plays, subtitles that fit it. */
class LongSpeechIT {
    private static final String SENTENCE = "The light went round all night, and number %05d of the boats came home. ";
    /** MPEG 2, layer III, 32 kbit/s at 16 kHz: frames of 144 bytes and 36 ms. */
    private static final int FRAME = 0xfff34800;

    private static final int FRAME_BYTES = 144;
    private static final int FRAME_MS = 36;
    private static final Pattern STAMPS =
            Pattern.compile("(\\d+):(\\d\\d):(\\d\\d)[,.](\\d{3}) --> (\\d+):(\\d\\d):(\\d\\d)[,.](\\d{3})");

    @TempDir
    private Path folder;

    @Test
    void sixtyThousandCharactersBecomeOneFileThoughTwoProcessesDie() throws IOException {
        String text = text();
        try (Stage stage = Stage.taking(Duration.ofMinutes(1), folder)) {
            ServerProcess first = stage.hasty();
            Hold look = stage.hold("/v1/query/t2a_async_query_v2", Hold.At.ANSWER);
            String job = first.call(
                            "generate_speech",
                            "{'text':'" + text + "','sample_rate':16000,'bitrate':32000,'output_name':'chapter'}")
                    .jobId();
            Stage.await(look);
            first.kill();
            Hold download = stage.hold("/media/", Hold.At.HALFWAY);
            stage.finishTasks();
            ServerProcess second = stage.hasty();
            Stage.await(download);
            second.kill();

            Outcome outcome = stage.patient().await(job);

            outcome.hasItsFile();
            assertThat(stage.home().results())
                    .extracting(file -> file.getFileName().toString())
                    .containsExactly("chapter.mp3", "chapter.srt", "chapter.vtt");
            assertThat(stage.minimax().requests().count("POST", "/v1/t2a_async_v2"))
                    .isOne();
            assertThat(stage.minimax().requests().count("POST", "/v1/t2a_v2")).isZero();
            long played = played(outcome.file());
            assertThat(played).isGreaterThan(3_900_000);
            assertThat(outcome.data().at("/artifacts/0/duration_ms").asLong()).isCloseTo(played, within(50L));
            assertSubtitlesFit(stage.home().results().get(1), text, played);
            assertSubtitlesFit(stage.home().results().get(2), text, played);
        }
    }

    /** Milliseconds, frame after frame, with nothing between them. */
    private static long played(Path mp3) throws IOException {
        ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(mp3));
        assertThat(file.limit() % FRAME_BYTES).isZero();
        for (int at = 0; at < file.limit(); at += FRAME_BYTES) {
            assertThat(file.getInt(at) & 0xffffff00).as("byte " + at).isEqualTo(FRAME);
        }
        return (long) file.limit() / FRAME_BYTES * FRAME_MS;
    }

    /** Cues follow each other from the beginning to the end of the sound, and say every word once, in lines that can be read. */
    private static void assertSubtitlesFit(Path subtitles, String text, long played) throws IOException {
        List<String> words = new ArrayList<>();
        long before = 0;
        int lines = 0;
        for (String line : Files.readAllLines(subtitles)) {
            Matcher stamps = STAMPS.matcher(line);
            if (stamps.matches()) {
                assertThat(millis(stamps, 1)).isEqualTo(before);
                assertThat(millis(stamps, 5)).isGreaterThan(before);
                before = millis(stamps, 5);
                lines = 0;
            } else if (!line.isBlank() && !line.matches("\\d+|WEBVTT")) {
                words.add(line);
                lines++;
                assertThat(lines).isLessThanOrEqualTo(2);
                assertThat(line.length()).isLessThanOrEqualTo(42);
            }
        }
        assertThat(before).isCloseTo(played, within(50L));
        assertThat(String.join(" ", words)).isEqualTo(text);
    }

    private static long millis(Matcher stamps, int group) {
        return ((Long.parseLong(stamps.group(group)) * 60 + Long.parseLong(stamps.group(group + 1))) * 60
                                + Long.parseLong(stamps.group(group + 2)))
                        * 1000
                + Long.parseLong(stamps.group(group + 3));
    }

    private static String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 1; text.length() < 60_000; i++) {
            text.append(SENTENCE.formatted(i));
        }
        return text.toString().strip();
    }
}
