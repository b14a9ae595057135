package io.minimaxmcp.tools.media;

import static io.minimaxmcp.tools.media.Failures.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.minimaxmcp.tools.tool.Charged;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.Tenant;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaStoreTest {
    @TempDir
    Path disk;

    @Test
    void makesNoFolderBeforeOneIsNeeded() throws Exception {
        Bench bench = new Bench(disk);
        assertThat(disk).isEmptyDirectory();

        await(bench.store.ready(Tenant.LOCAL, "album/cover"));

        assertThat(bench.output.resolve("album")).isEmptyDirectory();
        assertThat(bench.data.resolve("spool")).isEmptyDirectory();
    }

    @Test
    void saysBeforeAnythingIsPaidThatTheOutputFolderCannotBeUsed() throws Exception {
        Files.writeString(disk.resolve("output"), "a file in the way");

        Failure failure = Failures.of(new Bench(disk).store.ready(Tenant.LOCAL, null));

        assertThat(failure.kind()).isEqualTo(ErrorKind.PATH);
        assertThat(failure.message()).contains(disk.resolve("output").toString());
        assertThat(failure.nextStep()).contains("MINIMAX_MCP_OUTPUT_DIR");
        assertThat(failure.charged()).isEqualTo(Charged.NO);
    }

    @Test
    void saysBeforeAnythingIsPaidThatTheDiskIsFull() {
        Bench bench = new Bench(disk);
        MediaStore demanding = new MediaStore(bench.folders, bench.work, Long.MAX_VALUE);

        Failure failure = Failures.of(demanding.ready(Tenant.LOCAL, null));

        assertThat(failure.message()).contains("is full");
        assertThat(failure.charged()).isEqualTo(Charged.NO);
    }

    @Test
    void saysBeforeAnythingIsPaidThatANameCannotBeUsed() throws Exception {
        Bench bench = new Bench(disk);
        Files.createDirectories(bench.output);
        Files.createSymbolicLink(bench.output.resolve("link"), disk);

        assertThat(Failures.of(bench.store.ready(Tenant.LOCAL, "../cat")).field())
                .isEqualTo("output_name");
        assertThat(Failures.of(bench.store.ready(Tenant.LOCAL, "link/cat")).field())
                .isEqualTo("output_name");
    }
}
