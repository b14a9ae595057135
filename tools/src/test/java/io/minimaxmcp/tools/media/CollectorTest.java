package io.minimaxmcp.tools.media;

import static io.minimaxmcp.tools.media.Bench.LINK;
import static io.minimaxmcp.tools.media.Bench.delivery;
import static io.minimaxmcp.tools.media.Bench.linked;
import static io.minimaxmcp.tools.media.Bench.spooled;
import static io.minimaxmcp.tools.media.Failures.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.minimaxmcp.tools.tool.Charged;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CollectorTest {
    private static final String JOB = "01JDXK3F9";

    @TempDir
    Path disk;

    private Bench bench;

    @BeforeEach
    void setUp() {
        bench = new Bench(disk);
    }

    @Test
    void savesWhatALinkGivesUnderAReadableName() throws Exception {
        byte[] image = Samples.png(64, 48);
        bench.internet.put(LINK, image);

        Artifact saved = collect(delivery(JOB, null, linked(LINK, "jpeg"))).get(0);

        Path path = bench.output.resolve("image-a-lighthouse-k3f9.png");
        assertThat(path).hasBinaryContent(image);
        assertThat(saved)
                .isEqualTo(new Artifact(
                        "minimax://media/01JDXK3F9-1",
                        LINK,
                        path.toRealPath().toString(),
                        "image/png",
                        (long) image.length,
                        Digested.of(path).sha256(),
                        null,
                        64,
                        48));
        assertThat(bench.fetched).containsExactly("RESULT " + LINK);
        assertThat(bench.data.resolve("spool")).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void asksWithTlsForWhatMiniMaxNamesWithout() throws Exception {
        String secure = "https://store.example/a.png?Signature=x%2Fy";
        bench.internet.put(secure, Samples.png(1, 1));

        Artifact saved = collect(delivery(JOB, null, linked("http" + secure.substring(5), "png")))
                .get(0);

        assertThat(saved.url()).isEqualTo(secure);
        assertThat(bench.fetched).containsExactly("RESULT " + secure);
    }

    @Test
    void numbersSeveralInTheirOrder() throws Exception {
        bench.internet.put(LINK + 1, Samples.png(1, 1));
        bench.internet.put(LINK + 2, Samples.png(2, 2));

        List<Artifact> saved = collect(delivery(JOB, "cats/tom", linked(LINK + 1, "jpeg"), linked(LINK + 2, "jpeg")));

        assertThat(saved).extracting(Artifact::width).containsExactly(1, 2);
        assertThat(bench.output.resolve("cats/tom-1.png")).exists();
        assertThat(bench.output.resolve("cats/tom-2.png")).exists();
    }

    @Test
    void savesOnceWhatCameInsideTheAnswerAndClearsTheSpoolWhenTold() throws Exception {
        byte[] sound = Samples.wav(2.5);
        String name = await(bench.spool.hex(new MediaId(JOB, 1), HexFormat.of().formatHex(sound), "wav"));

        Artifact saved =
                collect(delivery(JOB, "hello.mp3", spooled(name, "wav"))).get(0);
        // As after a crash before the ledger heard of it.
        Artifact again =
                collect(delivery(JOB, "hello.mp3", spooled(name, "wav"))).get(0);
        await(bench.collector(ResultMode.FILE).forget(List.of(name)));

        assertThat(again).isEqualTo(saved);
        assertThat(bench.output.resolve("hello.wav")).hasBinaryContent(sound);
        assertThat(bench.output).isDirectoryNotContaining("glob:**-2.wav");
        assertThat(saved.mimeType()).isEqualTo("audio/wav");
        assertThat(saved.durationMs()).isEqualTo(2500);
        assertThat(bench.data.resolve("spool")).isEmptyDirectory();
    }

    @Test
    void keepsTheSpellingOfAnExtensionThatFits() throws Exception {
        bench.internet.put(LINK, Samples.jpeg(8, 8));

        collect(delivery(JOB, "cat.JPG", linked(LINK, "jpeg")));

        assertThat(bench.output.resolve("cat.jpg")).exists();
    }

    @Test
    void neverOverwritesWhatIsThere() throws Exception {
        bench.internet.put(LINK, Samples.png(8, 8));
        collect(delivery("other-job", "cat", linked(LINK, "png")));
        Files.writeString(bench.output.resolve("cat-2.png"), "a person's own");

        Artifact saved = collect(delivery(JOB, "cat", linked(LINK, "png"))).get(0);

        assertThat(saved.path()).endsWith("cat-3.png");
        assertThat(bench.output.resolve("cat-2.png")).hasContent("a person's own");
    }

    @Test
    void findsWhatWasSavedBeforeTheLedgerHeardOfIt() throws Exception {
        bench.internet.put(LINK, Samples.png(8, 8));
        List<Artifact> first = collect(delivery(JOB, "cat", linked(LINK, "png")));
        Bench afterCrash = new Bench(disk);

        List<Artifact> again =
                await(afterCrash.collector(ResultMode.FILE).collect(delivery(JOB, "cat", linked(LINK, "png"))));

        assertThat(again).isEqualTo(first);
        assertThat(afterCrash.fetched).isEmpty();
        assertThat(bench.output).isDirectoryContaining("glob:**cat.png");
        assertThat(bench.output.resolve("cat-2.png")).doesNotExist();
    }

    @Test
    void savesAgainWhatAProcessOnlyPromisedToSave() throws Exception {
        byte[] image = Samples.png(8, 8);
        bench.internet.put(LINK, image);
        Path promised = bench.output.resolve("cat.png");
        new Receipts(bench.folders).write(new MediaId(JOB, 1), new Receipt(promised.toString(), "00", 1, LINK));

        Artifact saved = collect(delivery(JOB, "cat", linked(LINK, "png"))).get(0);

        assertThat(promised).hasBinaryContent(image);
        assertThat(saved.path()).isEqualTo(promised.toRealPath().toString());
    }

    @Test
    void savesAnewWhatAPersonHasEditedMeanwhile() throws Exception {
        bench.internet.put(LINK, Samples.png(8, 8));
        collect(delivery(JOB, "cat", linked(LINK, "png")));
        Files.write(bench.output.resolve("cat.png"), Samples.png(9, 9));

        Artifact saved = collect(delivery(JOB, "cat", linked(LINK, "png"))).get(0);

        assertThat(saved.path()).endsWith("cat-2.png");
        assertThat(saved.width()).isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><html><body>Gateway Time-out</body></html>",
                "\uFEFF<html>\u00e9t\u00e9</html>",
                "{\"base_resp\":{\"status_code\":1004}}",
                "Not found\n",
                ""
            })
    void fetchesAgainLaterWhatIsNotTheMedia(String page) throws Exception {
        bench.internet.put(LINK, page.getBytes(UTF_8));

        Failure failure =
                Failures.of(bench.collector(ResultMode.FILE).collect(delivery(JOB, null, linked(LINK, "mp4"))));

        assertThat(failure.kind()).isEqualTo(ErrorKind.UPSTREAM);
        assertThat(failure.retryable()).isTrue();
        assertThat(failure.charged()).isEqualTo(Charged.YES);
        assertThat(bench.output)
                .satisfiesAnyOf(
                        output -> assertThat(output).doesNotExist(),
                        output -> assertThat(output).isEmptyDirectory());
        assertThat(bench.data.resolve("spool")).isEmptyDirectory();
        bench.internet.put(LINK, Samples.png(3, 3));
        assertThat(collect(delivery(JOB, null, linked(LINK, "mp4")))).hasSize(1);
    }

    @Test
    void keepsSamplesWithoutAHeaderAsWhatWasAskedFor() throws Exception {
        bench.internet.put(LINK, new byte[] {0, 0, 1, (byte) 0xff, 7, 0, 0, 0});

        Artifact saved = collect(delivery(JOB, "voice", linked(LINK, "pcm"))).get(0);

        assertThat(saved.mimeType()).isEqualTo("audio/pcm");
        assertThat(bench.output.resolve("voice.pcm")).exists();
    }

    @Test
    void saysThatAnExpiredLinkIsNoLostGeneration() {
        Failure failure =
                Failures.of(bench.collector(ResultMode.FILE).collect(delivery(JOB, null, linked(LINK, "mp4"))));

        assertThat(failure.kind()).isEqualTo(ErrorKind.NOT_FOUND);
        assertThat(failure.retryable()).isTrue();
        assertThat(failure.charged()).isEqualTo(Charged.YES);
    }

    @Test
    void savesUnderAnotherNameWhatWasPaidForWhenTheWishedOneLeadsOutside() throws Exception {
        Path outside = Files.createDirectory(disk.resolve("outside"));
        Files.createDirectories(bench.output);
        Files.createSymbolicLink(bench.output.resolve("link"), outside);
        bench.internet.put(LINK, Samples.png(8, 8));

        Artifact saved = collect(delivery(JOB, "link/cat", linked(LINK, "png"))).get(0);

        assertThat(saved.path()).endsWith("image-a-lighthouse-k3f9.png");
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void onlyPassesLinksOnWhereNothingIsToBeSaved() throws Exception {
        List<Artifact> artifacts =
                await(bench.collector(ResultMode.URL).collect(delivery(JOB, null, linked(LINK, "mp4"))));

        assertThat(artifacts)
                .containsExactly(new Artifact(
                        "minimax://media/01JDXK3F9-1", LINK, null, "video/mp4", null, null, null, null, null));
        assertThat(bench.fetched).isEmpty();
        assertThat(bench.output).doesNotExist();
    }

    @Test
    void savesWhatHasNoLinkEvenWhereOnlyLinksAreWanted() throws Exception {
        String name = await(bench.spool.hex(new MediaId(JOB, 1), HexFormat.of().formatHex(Samples.wav(1)), "wav"));

        List<Artifact> artifacts =
                await(bench.collector(ResultMode.URL).collect(delivery(JOB, null, spooled(name, "wav"))));

        assertThat(artifacts.get(0).path()).isNotNull();
    }

    @Test
    void keepsTenantsApart() throws Exception {
        bench.internet.put(LINK, Samples.png(8, 8));
        for (String tenant : List.of("..", "a:b")) {
            Delivery delivery = new Delivery(
                    new Tenant(tenant), "job-" + tenant.length(), "image", "", "cat", List.of(linked(LINK, "png")));
            collect(delivery);
        }

        try (Stream<Path> files = Files.walk(disk.resolve("output"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .hasSize(2)
                    .allMatch(file -> file.toString().matches(".*/output/tenant-[0-9a-f]{12}/cat\\.png"));
        }
    }

    @Test
    void leavesTheSpoolAloneWhenTheOutputFolderCannotBeUsed() throws Exception {
        String name = await(bench.spool.hex(new MediaId(JOB, 1), HexFormat.of().formatHex(Samples.wav(1)), "wav"));
        Files.writeString(bench.output, "a file in the way");

        Failure failure =
                Failures.of(bench.collector(ResultMode.FILE).collect(delivery(JOB, null, spooled(name, "wav"))));

        assertThat(failure.kind()).isEqualTo(ErrorKind.PATH);
        assertThat(failure.nextStep()).contains("MINIMAX_MCP_OUTPUT_DIR");
        assertThat(bench.data.resolve("spool").resolve(name)).exists();
    }

    @Test
    void saysWhatBecameOfBytesThatVanishedFromTheSpool() throws IOException {
        Failure failure =
                Failures.of(bench.collector(ResultMode.FILE).collect(delivery(JOB, null, spooled("gone.wav", "wav"))));

        assertThat(failure.kind()).isEqualTo(ErrorKind.NOT_FOUND);
        assertThat(failure.charged()).isEqualTo(Charged.YES);
        assertThat(failure.retryable()).isFalse();
    }

    private List<Artifact> collect(Delivery delivery) throws Exception {
        return await(bench.collector(ResultMode.FILE).collect(delivery));
    }
}
