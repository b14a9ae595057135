package io.minimaxmcp.tools.media;

import static io.minimaxmcp.tools.media.Bench.delivery;
import static io.minimaxmcp.tools.media.Bench.spooled;
import static io.minimaxmcp.tools.media.Failures.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sound and its subtitles are found by players under one name. */
class CollectedSetsTest {
    private static final String JOB = "01JC8Z0000000000000000K3F9";

    @TempDir
    private Path disk;

    private Bench bench;

    @BeforeEach
    void open() throws Exception {
        bench = new Bench(disk);
    }

    @Test
    void getOneNameAndNoNumber() throws Exception {
        assertThat(collected("chapter")).containsExactly("chapter.wav", "chapter.srt", "chapter.vtt");
    }

    @Test
    void getOneNumberWhereAnyOfTheirNamesIsTaken() throws Exception {
        Files.createDirectories(bench.output);
        Files.writeString(bench.output.resolve("chapter.vtt"), "a person's own");
        Files.writeString(bench.output.resolve("chapter-2.wav"), "a person's own");

        assertThat(collected("chapter")).containsExactly("chapter-3.wav", "chapter-3.srt", "chapter-3.vtt");
    }

    @Test
    void areFoundUnderTheirNameByWhoeverSavesThemAgain() throws Exception {
        Delivery chapter = chapter("chapter");
        await(bench.collector(ResultMode.FILE).collect(chapter));

        assertThat(names(chapter)).containsExactly("chapter.wav", "chapter.srt", "chapter.vtt");
    }

    @Test
    void getOneNameWhereOnlyALinkToTheSoundIsWanted() throws Exception {
        Delivery chapter = delivery(
                JOB,
                "chapter",
                Bench.linked(Bench.LINK, "wav"),
                chapter("").pieces().get(1),
                chapter("").pieces().get(2));

        List<Artifact> artifacts = await(bench.collector(ResultMode.URL).collect(chapter));

        assertThat(artifacts.get(0).path()).isNull();
        assertThat(artifacts.get(1).path()).endsWith("chapter.srt");
        assertThat(artifacts.get(2).path()).endsWith("chapter.vtt");
    }

    @Test
    void getOneReadableNameWithoutAWish() throws Exception {
        assertThat(collected(null))
                .containsExactly(
                        "image-a-lighthouse-k3f9.wav", "image-a-lighthouse-k3f9.srt", "image-a-lighthouse-k3f9.vtt");
    }

    private List<String> collected(@Nullable String name) throws Exception {
        return names(chapter(name));
    }

    private Delivery chapter(@Nullable String name) throws Exception {
        String sound = await(bench.spool.hex(new MediaId(JOB, 1), HexFormat.of().formatHex(Samples.wav(1)), "wav"));
        String srt = await(bench.spool.text(new MediaId(JOB, 2), "1\n", "srt"));
        String vtt = await(bench.spool.text(new MediaId(JOB, 3), "WEBVTT\n", "vtt"));
        return delivery(JOB, name, spooled(sound, "wav"), spooled(srt, "srt"), spooled(vtt, "vtt"));
    }

    private List<String> names(Delivery delivery) throws Exception {
        return await(bench.collector(ResultMode.FILE).collect(delivery)).stream()
                .map(artifact -> Path.of(artifact.path()).getFileName().toString())
                .toList();
    }
}
