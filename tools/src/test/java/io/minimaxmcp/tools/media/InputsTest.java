package io.minimaxmcp.tools.media;

import static io.minimaxmcp.tools.media.Bench.LINK;
import static io.minimaxmcp.tools.media.Failures.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.minimaxmcp.schemas.ImageLimits;
import io.minimaxmcp.tools.sandbox.studio.Clip;
import io.minimaxmcp.tools.sandbox.studio.VideoSize;
import io.minimaxmcp.tools.tool.CallContext;
import io.minimaxmcp.tools.tool.Charged;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.Stages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputsTest {
    private static final CallContext LOCAL = CallContext.local(Duration.ZERO);
    private static final MediaLimits FRAME =
            new MediaLimits(List.of("png", "jpg"), 100_000, 300, 256, 5760, 0.4, 2.5, null, null);
    private static final MediaLimits SAMPLE =
            MediaLimits.clip(List.of("mp3", "wav"), 1_000_000, Duration.ofSeconds(10), Duration.ofSeconds(30));

    @TempDir
    Path disk;

    private Bench bench;
    private Path allowed;
    private Inputs inputs;

    @BeforeEach
    void setUp() throws IOException {
        bench = new Bench(disk);
        allowed = Files.createDirectory(disk.resolve("allowed"));
        Files.createDirectories(bench.output);
        Files.createDirectories(disk.resolve("home/pictures"));
        inputs = bench.inputs(allowed, bench.output, disk.resolve("home/pictures"));
    }

    @Test
    void passesLinksOnUnread() throws Exception {
        InputMedia media = await(inputs.resolve(LINK, "first_frame_image", FRAME, Bench.remote()));

        assertThat(media.forBody().asText()).isEqualTo(LINK);
        assertThat(bench.fetched).isEmpty();
    }

    @Test
    void fetchesLinksWhoseBytesAreNeeded() throws Exception {
        byte[] sample = Samples.wav(12);
        bench.internet.put(LINK, sample);

        InputMedia.Kept kept = await(inputs.resolveBytes(LINK, "audio", SAMPLE, Bench.remote()));

        assertThat(kept.file()).hasBinaryContent(sample).hasFileName(kept.sha256());
        assertThat(kept.facts().durationMs()).isEqualTo(12_000);
        assertThat(bench.fetched).containsExactly("CALLER " + LINK);
    }

    @Test
    void namesTheFieldOfALinkThatLeadsNowhere() {
        Failure failure = refused(LINK, SAMPLE, LOCAL);

        assertThat(failure.kind()).isEqualTo(ErrorKind.NOT_FOUND);
        assertThat(failure.message()).contains("404");
    }

    @Test
    void keepsTheBytesOfADataUri() throws Exception {
        byte[] image = Samples.png(400, 400);

        InputMedia.Kept kept = await(inputs.resolveBytes(dataUri("image/jpeg", image), "image", FRAME, Bench.remote()));

        assertThat(kept.file()).hasBinaryContent(image);
        assertThat(kept.facts().mimeType()).isEqualTo("image/png");
        assertThat(kept.forBody().path("$media").asText()).isEqualTo(kept.sha256());
    }

    @Test
    void keepsTheSameBytesOnce() throws Exception {
        String uri = dataUri("image/png", Samples.png(400, 400));

        Path first = await(inputs.resolveBytes(uri, "image", FRAME, LOCAL)).file();
        Path second = await(inputs.resolveBytes(uri, "image", FRAME, LOCAL)).file();

        assertThat(second).isEqualTo(first);
        assertThat(bench.data.resolve("inputs")).isDirectoryContaining(path -> path.equals(first));
        assertNoDrafts(1);
    }

    @Test
    void keepsALocalFileAsItWasWhenItWasNamed() throws Exception {
        byte[] image = Samples.png(400, 400);
        Path file = Files.write(allowed.resolve("cat.png"), image);

        InputMedia.Kept kept = await(inputs.resolveBytes(file.toString(), "image", FRAME, LOCAL));
        Files.write(file, Samples.png(401, 401));

        assertThat(kept.file()).hasBinaryContent(image);
    }

    @Test
    void takesPathsFromTheOutputFolderAndFromHome() throws Exception {
        Files.write(bench.output.resolve("frame.png"), Samples.png(400, 400));
        Files.write(disk.resolve("home/pictures/me.png"), Samples.png(500, 400));

        InputMedia.Kept fromOutput = await(inputs.resolveBytes("frame.png", "image", FRAME, LOCAL));
        InputMedia.Kept fromHome = await(inputs.resolveBytes("~/pictures/me.png", "image", FRAME, LOCAL));

        assertThat(fromOutput.facts().width()).isEqualTo(400);
        assertThat(fromHome.facts().width()).isEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret.png", "../gone.png", "DISK/secret.png", "DISK/gone.png", "DISK/allowed/../secret.png",
                "DISK/allowed/link.png", "DISK/allowed/folder-link/secret.png", "~/.ssh/id_rsa", "~", "/etc/passwd",
                "/proc/self/environ", "DISK/allowed-not/secret.png", "~root/secret.png\0.png", "a\0b"
            })
    void readsNothingOutsideTheAllowedFolders(String argument) throws Exception {
        Files.write(disk.resolve("secret.png"), Samples.png(400, 400));
        Files.write(Files.createDirectory(disk.resolve("allowed-not")).resolve("secret.png"), Samples.png(400, 400));
        Files.createSymbolicLink(allowed.resolve("link.png"), disk.resolve("secret.png"));
        Files.createSymbolicLink(allowed.resolve("folder-link"), disk);

        Failure failure = refused(argument.replace("DISK", disk.toString()), FRAME, LOCAL);

        assertThat(failure.kind()).isEqualTo(ErrorKind.PATH);
        assertThat(failure.message() + failure.nextStep()).contains(allowed.toString());
        assertNoDrafts(0);
    }

    @Test
    void takesFoldersThatAreThemselvesLinks() throws Exception {
        Path alias = Files.createSymbolicLink(disk.resolve("alias"), allowed);
        Files.write(allowed.resolve("cat.png"), Samples.png(400, 400));
        Inputs throughAlias = bench.inputs(alias);

        assertThat(await(throughAlias.resolveBytes(alias.resolve("cat.png").toString(), "i", FRAME, LOCAL))
                        .bytes())
                .isPositive();
        assertThat(await(throughAlias.resolveBytes(allowed.resolve("cat.png").toString(), "i", FRAME, LOCAL))
                        .bytes())
                .isPositive();
    }

    @Test
    void tellsAMissingFileFromAForbiddenOne() {
        Failure failure = refused(allowed.resolve("gone.png").toString(), FRAME, LOCAL);

        assertThat(failure.kind()).isEqualTo(ErrorKind.NOT_FOUND);
    }

    @Test
    void readsFilesOnly() throws Exception {
        assertThat(refused(allowed.toString(), FRAME, LOCAL).kind()).isEqualTo(ErrorKind.PATH);
    }

    @Test
    void readsNoLocalFileForCallersOverHttp() throws Exception {
        Path file = Files.write(allowed.resolve("cat.png"), Samples.png(400, 400));

        Failure failure = refused(file.toString(), FRAME, Bench.remote());

        assertThat(failure.kind()).isEqualTo(ErrorKind.PATH);
        assertThat(failure.nextStep()).contains("minimax://media/");
    }

    @Test
    void takesAnEarlierResultOfTheSameTenant() throws Exception {
        Path file = Files.write(disk.resolve("result.png"), Samples.png(400, 400));
        Artifact artifact =
                new Artifact("minimax://media/job-1", null, file.toString(), "image/png", null, null, null, null, null);
        bench.ledger.put("acme job-1", new StoredMedia(artifact, () -> Stages.of(LINK)));

        InputMedia.Kept kept = await(inputs.resolveBytes("minimax://media/job-1", "image", FRAME, Bench.remote()));

        assertThat(kept.facts().width()).isEqualTo(400);
        assertThat(refused("minimax://media/job-1", FRAME, LOCAL).kind()).isEqualTo(ErrorKind.NOT_FOUND);
    }

    @ParameterizedTest
    @CsvSource({
        "http://cdn.example/cat.png, https",
        "HTTP://cdn.example/cat.png, https",
        "file:///etc/passwd, plain path",
        "ftp://host/cat.png, https URL",
        "mm_file://123, https URL",
        "javascript:alert(1), https URL",
        "jar:file:/x!/y, https URL",
        "minimax://jobs/1, minimax://media/",
        "minimax://media/../../etc/passwd-1, minimax://media/",
        "https:///nohost, https URL",
        "https://user:secret@host/cat.png, https URL",
        "'https://host/a b', https URL",
        "'', https URL",
        "'data:image/png,abc', base64",
        "'data:image/png;base64', base64"
    })
    void refusesOtherFormsAndSaysWhichAreTaken(String argument, String fix) {
        Failure failure = refused(argument, FRAME, LOCAL);

        assertThat(failure.kind()).isEqualTo(ErrorKind.INVALID_INPUT);
        assertThat(failure.nextStep()).contains(fix);
    }

    @Test
    void decodesNoDataUriThatIsTooLarge() {
        Failure failure = refused("data:image/png;base64," + "A".repeat(140_000), FRAME, LOCAL);

        assertThat(failure.message()).contains("105 kB", "at most 100 kB");
        assertThat(bench.data).doesNotExist();
    }

    @Test
    void refusesADataUriThatIsNoBase64() throws Exception {
        assertThat(refused("data:image/png;base64,####", FRAME, LOCAL).message())
                .contains("cannot be decoded");
        assertNoDrafts(0);
    }

    @Test
    void judgesTheTypeByTheBytes() throws Exception {
        Files.writeString(allowed.resolve("cat.png"), "<html>not a cat</html>");

        Failure failure = refused(allowed.resolve("cat.png").toString(), FRAME, LOCAL);

        assertThat(failure.message()).contains("by its bytes", "png, jpg");
        assertNoDrafts(0);
    }

    @Test
    void refusesAKnownTypeThatIsNotTakenHere() throws Exception {
        assertThat(refused(dataUri("image/png", Samples.wav(1)), FRAME, LOCAL).message())
                .contains("is audio/wav by its bytes");
    }

    @Test
    void refusesALargeFileBeforeItIsCopied() throws Exception {
        Files.write(allowed.resolve("cat.png"), new byte[100_001]);

        assertThat(refused(allowed.resolve("cat.png").toString(), FRAME, LOCAL).message())
                .contains("at most 100 kB");
        assertThat(bench.data).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "300, 400, longer than 300 px",
        "100, 100, longer than 300 px",
        "310, 800, 0.39 times as wide as high; allowed: 0.4 to 2.5",
        "800, 310, 2.58 times",
        "5761, 4000, at most 5760 px"
    })
    void refusesPicturesOfAShapeThatMiniMaxRefuses(int width, int height, String why) throws Exception {
        Failure failure = refused(dataUri("image/png", Samples.png(width, height)), FRAME, LOCAL);

        assertThat(failure.message()).contains(width + "x" + height).contains(why);
    }

    @ParameterizedTest
    @CsvSource({"9.99, lasts 9.9 s; at least 10 s", "30.5, lasts 30.5 s; at most 30 s"})
    void refusesRecordingsThatAreTooShortOrTooLong(double seconds, String why) throws Exception {
        Failure failure = refused(dataUri("audio/wav", Samples.wav(seconds)), SAMPLE, LOCAL);

        assertThat(failure.message()).contains(why);
    }

    @ParameterizedTest
    @CsvSource({
        "720, 30, 60, at least 720 px",
        "256, 100, 120, has 24.0 frames a second; allowed: 100.0 to 120.",
        "256, 1, 10, has 24.0 frames a second; allowed: 1.0 to 10."
    })
    void refusesVideosOfAShapeOrSpeedThatMiniMaxRefuses(int side, double least, int most, String why) {
        ImageLimits picture = new ImageLimits(List.of("png"), 1, null, side, null, null, null);
        MediaLimits limits = MediaLimits.clip(List.of("mp4"), 10_000_000, Duration.ofSeconds(1), Duration.ofSeconds(15))
                .showing(picture, least, most);
        byte[] film = Clip.video(VideoSize.HAILUO_512P, 2, "fox").bytes();

        Failure failure = refused(dataUri("video/mp4", film), limits, LOCAL);

        assertThat(failure.message()).contains(why);
    }

    @Test
    void takesWhatIsJustAllowed() throws Exception {
        assertThat(await(inputs.resolveBytes(dataUri("audio/wav", Samples.wav(10)), "a", SAMPLE, LOCAL))
                        .bytes())
                .isPositive();
        assertThat(await(inputs.resolveBytes(dataUri("image/png", Samples.png(301, 752)), "a", FRAME, LOCAL))
                        .bytes())
                .isPositive();
    }

    private Failure refused(String argument, MediaLimits limits, CallContext context) {
        Failure failure = Failures.of(inputs.resolveBytes(argument, "image", limits, context));
        assertThat(failure.charged()).isEqualTo(Charged.NO);
        assertThat(failure.message() + failure.nextStep()).hasSizeLessThan(900);
        return failure;
    }

    private void assertNoDrafts(int kept) throws IOException {
        Path folder = bench.data.resolve("inputs");
        if (Files.exists(folder)) {
            try (var files = Files.list(folder)) {
                assertThat(files).hasSize(kept);
            }
        }
    }

    private static String dataUri(String mimeType, byte[] bytes) {
        return "data:" + mimeType + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }
}
