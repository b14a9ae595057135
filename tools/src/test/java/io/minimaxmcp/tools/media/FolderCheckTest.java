package io.minimaxmcp.tools.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderCheckTest {
    private final AtomicLong now = new AtomicLong(42);

    @TempDir
    Path disk;

    @Test
    void believesForASecondThatAFolderIsGoodAndNeverThatItIsBad() throws IOException {
        MediaFolders folders = new MediaFolders(disk.resolve("output"), disk.resolve("data"));
        FolderCheck check = new FolderCheck(folders, 1, now::get);
        check.run(Tenant.LOCAL);
        Files.delete(folders.spoolDir());
        Files.writeString(folders.spoolDir(), "in the way");

        now.addAndGet(TimeUnit.SECONDS.toNanos(1) - 1);
        assertThatCode(() -> check.run(Tenant.LOCAL)).doesNotThrowAnyException();
        assertThat(Failures.of(() -> check.run(new Tenant("other"))).kind()).isEqualTo(ErrorKind.UNAVAILABLE);

        now.incrementAndGet();
        assertThat(Failures.of(() -> check.run(Tenant.LOCAL)).kind()).isEqualTo(ErrorKind.UNAVAILABLE);

        Files.delete(folders.spoolDir());
        assertThatCode(() -> check.run(Tenant.LOCAL)).doesNotThrowAnyException();
    }
}
