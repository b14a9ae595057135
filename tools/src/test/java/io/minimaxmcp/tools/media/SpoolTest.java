package io.minimaxmcp.tools.media;

import static io.minimaxmcp.tools.media.Failures.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minimaxmcp.tools.tool.Charged;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpoolTest {
    private static final MediaId ID = new MediaId("job-1", 2);

    @TempDir
    Path disk;

    private Spool spool;

    @BeforeEach
    void openSpool() {
        spool = new Spool(new MediaFolders(disk.resolve("out"), disk.resolve("data")), new FileWork(Runnable::run));
    }

    @Test
    void decodesHexToDisk() throws Exception {
        byte[] bytes = random(200_001);

        String name = await(spool.hex(ID, HexFormat.of().formatHex(bytes), "mp3"));

        assertThat(name).isEqualTo("job-1-2.mp3");
        assertThat(disk.resolve("data/spool/job-1-2.mp3")).hasBinaryContent(bytes);
    }

    @Test
    void takesHexOfEitherCase() throws Exception {
        String name = await(spool.hex(ID, "fFaB09", "mp3"));

        assertThat(spool.file(name)).hasBinaryContent(new byte[] {(byte) 0xff, (byte) 0xab, 9});
    }

    @Test
    void decodesBase64ToDiskThroughLineBreaks() throws Exception {
        byte[] bytes = random(100_000);

        String name = await(spool.base64(ID, Base64.getMimeEncoder().encodeToString(bytes), "jpeg"));

        assertThat(spool.file(name)).hasBinaryContent(bytes);
    }

    @Test
    void writesTheSameResultAgainInOnePiece() throws Exception {
        await(spool.hex(ID, "00", "mp3"));

        String name = await(spool.hex(ID, "0102", "mp3"));

        assertThat(spool.file(name)).hasBinaryContent(new byte[] {1, 2});
    }

    @Test
    void tellsWhatAJobHasLeftInItsOrderFromTheFirstOn() throws Exception {
        for (int number : new int[] {3, 2, 5}) {
            await(spool.hex(new MediaId("job-1", number), "00", "jpeg"));
        }
        Files.writeString(disk.resolve("data/spool/job-1-1.abc.part"), "half of a download");
        assertThat(await(spool.left("job-1"))).isEmpty();

        await(spool.hex(new MediaId("job-1", 1), "00", "jpeg"));

        assertThat(await(spool.left("job-1")))
                .extracting(Spooled::name)
                .containsExactly("job-1-1.jpeg", "job-1-2.jpeg", "job-1-3.jpeg");
        assertThat(await(spool.left("job-2"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "abcg", "ab cd", "0x12", "ab\u0661\u0662", ""})
    void saysThatBrokenHexWasPaidFor(String hex) throws IOException {
        Failure failure = Failures.of(spool.hex(ID, hex, "mp3"));

        assertThat(failure.kind()).isEqualTo(ErrorKind.UPSTREAM);
        assertThat(failure.charged()).isEqualTo(Charged.YES);
        assertThat(failure.message()).doesNotContain(hex.isEmpty() ? "\0" : hex);
        assertThat(disk.resolve("data/spool")).isEmptyDirectory();
    }

    @Test
    void saysThatBrokenBase64WasPaidFor() {
        assertThat(Failures.of(spool.base64(ID, "!!!!", "jpeg")).charged()).isEqualTo(Charged.YES);
    }

    @Test
    void namesTheDataFolderThatCannotBeWritten() throws IOException {
        Files.writeString(disk.resolve("data"), "a file in the way");

        Failure failure = Failures.of(spool.hex(ID, "00", "mp3"));

        assertThat(failure.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
        assertThat(failure.message()).contains(disk.resolve("data").toString());
        assertThat(failure.nextStep()).contains("MINIMAX_MCP_DATA_DIR");
    }

    @Test
    void readsNoNameThatIsAPath() {
        assertThatThrownBy(() -> spool.file("../ledger.db")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> spool.file("/etc/passwd")).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }
}
