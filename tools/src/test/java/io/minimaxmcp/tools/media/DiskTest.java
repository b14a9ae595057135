package io.minimaxmcp.tools.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The data and the output folder may be on two disks, where no file can have a name on both. */
class DiskTest {
    private static final Path OTHER_DISK = Path.of("/dev/shm");

    @TempDir(cleanup = CleanupMode.ALWAYS)
    Path disk;

    private Path file;

    @BeforeEach
    void writeFileOnAnotherDisk() throws IOException {
        assumeTrue(
                Files.isWritable(OTHER_DISK) && !Files.getFileStore(OTHER_DISK).equals(Files.getFileStore(disk)));
        file = Files.createTempFile(OTHER_DISK, "minimax-mcp-test", "");
        file.toFile().deleteOnExit();
        Files.writeString(file, "bytes");
    }

    @Test
    void copiesWhatIsOnAnotherDisk() throws IOException {
        AtomicInteger told = new AtomicInteger();

        Disk.nameAlso(file, disk.resolve("cat.png"), disk, told::incrementAndGet);

        assertThat(told).hasValue(1);
        assertThat(disk).isDirectoryContaining("glob:**cat.png").isDirectoryNotContaining("glob:**.part");
        assertThat(disk.resolve("cat.png")).hasContent("bytes");
        assertThat(file).exists();
    }

    @Test
    void overwritesNothingByCopying() throws IOException {
        Files.writeString(disk.resolve("cat.png"), "a person's own");

        assertThatThrownBy(() -> Disk.nameAlso(file, disk.resolve("cat.png"), disk, () -> {}))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(disk.resolve("cat.png")).hasContent("a person's own");
        assertThat(disk).isDirectoryNotContaining("glob:**.part");
    }
}
