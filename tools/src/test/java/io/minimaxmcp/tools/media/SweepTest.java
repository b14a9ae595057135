package io.minimaxmcp.tools.media;

import static io.minimaxmcp.tools.media.Failures.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    Path disk;

    @Test
    void removesOnlyWhatIsOursAndOld() throws Exception {
        Bench bench = new Bench(disk);
        Path oldDraft = file(bench.folders.inputs().resolve(".minimax-1.tmp"), Duration.ofHours(25));
        Path oldPart = file(bench.folders.spool().resolve("job-1.part"), Duration.ofHours(25));
        Path oldInput = file(bench.folders.inputs().resolve("ab12"), Duration.ofDays(31));
        Path newDraft = file(bench.folders.inputs().resolve(".minimax-2.tmp"), Duration.ofHours(23));
        Path spooled = file(bench.folders.spool().resolve("job-2.mp3"), Duration.ofDays(300));
        Path oldCopy = file(bench.output.resolve("tenant-1/.minimax-3.part"), Duration.ofDays(2));
        Path result = file(bench.output.resolve("cat.png"), Duration.ofDays(900));
        Path foreign = file(bench.output.resolve("movie.mkv.part"), Duration.ofDays(900));

        int removed = await(sweep(bench).run());

        assertThat(removed).isEqualTo(4);
        assertThat(oldDraft).doesNotExist();
        assertThat(oldPart).doesNotExist();
        assertThat(oldInput).doesNotExist();
        assertThat(oldCopy).doesNotExist();
        assertThat(newDraft).exists();
        assertThat(spooled).exists();
        assertThat(result).exists();
        assertThat(foreign).exists();
    }

    @Test
    void makesNoFolders() throws Exception {
        assertThat(await(sweep(new Bench(disk)).run())).isZero();
        assertThat(disk).isEmptyDirectory();
    }

    private static Sweep sweep(Bench bench) {
        return new Sweep(bench.folders, InstantSource.fixed(NOW), bench.work);
    }

    private static Path file(Path path, Duration age) throws IOException {
        Files.createDirectories(path.getParent());
        return Files.setLastModifiedTime(Files.writeString(path, "x"), FileTime.from(NOW.minus(age)));
    }
}
