package io.minimaxmcp.tools.media;

import static io.minimaxmcp.tools.media.Bench.LINK;
import static io.minimaxmcp.tools.media.Failures.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.tool.Tenant;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaReaderTest {
    private static final MediaId ID = new MediaId("job", 1);

    @TempDir
    Path disk;

    private Bench bench;
    private Path file;

    @BeforeEach
    void save() throws Exception {
        bench = new Bench(disk);
        file = Files.write(disk.resolve("cat.png"), new byte[] {1, 2, 3});
        bench.ledger.put("local job-1", media(file));
    }

    @Test
    void readsBackWhatTheLedgerKnows() throws Exception {
        MediaContent content = await(bench.reader(3).read(Tenant.LOCAL, ID, true));

        assertThat(content.mimeType()).isEqualTo("image/png");
        assertThat(content.bytes()).containsExactly(1, 2, 3);
    }

    @Test
    void findsNothingOfAnotherTenant() {
        Failure failure = Failures.of(bench.reader(3).read(new Tenant("other"), ID, true));

        assertThat(failure.kind()).isEqualTo(ErrorKind.NOT_FOUND);
    }

    @Test
    void saysWhereToFindWhatIsTooLargeToBeReadInOnePiece() {
        Failure local = Failures.of(bench.reader(2).read(Tenant.LOCAL, ID, true));
        Failure remote = Failures.of(bench.reader(2).read(Tenant.LOCAL, ID, false));

        assertThat(local.message()).contains("3 bytes", "at most 2 bytes");
        assertThat(local.nextStep()).contains(file.toString());
        assertThat(remote.nextStep()).doesNotContain(disk.toString());
    }

    @Test
    void saysWhereAFileWasThatIsGone() throws Exception {
        Files.delete(file);

        Failure local = Failures.of(bench.reader(3).read(Tenant.LOCAL, ID, true));
        Failure remote = Failures.of(bench.reader(3).read(Tenant.LOCAL, ID, false));

        assertThat(local.kind()).isEqualTo(ErrorKind.NOT_FOUND);
        assertThat(local.message()).contains(file.toString());
        assertThat(remote.message()).doesNotContain(disk.toString());
    }

    @Test
    void followsNoLinkThatWasPutInThePlaceOfAResult() throws Exception {
        Path secret = Files.writeString(disk.resolve("secret"), "key");
        Files.delete(file);
        Files.createSymbolicLink(file, secret);

        assertThat(Failures.of(bench.reader(30).read(Tenant.LOCAL, ID, true)).kind())
                .isEqualTo(ErrorKind.NOT_FOUND);
    }

    @Test
    void fetchesWhatWasNeverSavedThroughAFreshLink() throws Exception {
        bench.ledger.put("local job-1", media(null));
        bench.internet.put(LINK, new byte[] {4, 5});

        MediaContent content = await(bench.reader(3).read(Tenant.LOCAL, ID, false));

        assertThat(content.bytes()).containsExactly(4, 5);
        assertThat(bench.fetched).containsExactly("RESULT " + LINK);
    }

    private static StoredMedia media(@Nullable Path path) {
        Artifact artifact = new Artifact(
                ID.uri(),
                "https://cdn.example/expired",
                path == null ? null : path.toString(),
                "image/png",
                null,
                null,
                null,
                null,
                null);
        return new StoredMedia(artifact, () -> Stages.of(LINK));
    }
}
