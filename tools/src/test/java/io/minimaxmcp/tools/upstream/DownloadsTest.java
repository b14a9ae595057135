package io.minimaxmcp.tools.upstream;

import static io.minimaxmcp.tools.upstream.ScriptedServer.answer;
import static io.minimaxmcp.tools.upstream.ScriptedServer.cutOff;
import static io.minimaxmcp.tools.upstream.ScriptedServer.reset;
import static org.assertj.core.api.Assertions.assertThat;

import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.upstream.DownloadRequest.Origin;
import io.minimaxmcp.tools.upstream.ScriptedServer.Turn;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadsTest {
    private static final String BODY = "0123456789".repeat(20_000);
    private static final String SHA_256 = Digests.hex(Digests.sha256().digest(BODY.getBytes(StandardCharsets.UTF_8)));
    private static final int HALF = BODY.length() / 2;

    @TempDir
    Path folder;

    private final ScriptedServer server = new ScriptedServer();
    private final Upstream upstream = new Upstream(Hosts.only(server.uri()));

    @AfterEach
    void stop() {
        upstream.close();
        server.close();
    }

    @Test
    void savesTheBytesAndSaysWhatTheyAre() throws IOException {
        server.on("/a.mp3", answer(200, "audio/mpeg", BODY));

        Download download = fetch("/a.mp3?Expires=1&Signature=a%2Fb");

        Path file = folder.resolve("file");
        assertThat(download).isEqualTo(new Download.Saved(file, BODY.length(), SHA_256, "audio/mpeg"));
        assertThat(file).hasContent(BODY);
        assertThat(server.requests("/a.mp3"))
                .singleElement()
                .satisfies(get -> assertThat(get.target()).isEqualTo("/a.mp3?Expires=1&Signature=a%2Fb"))
                .satisfies(get -> assertThat(get.header("authorization")).isNull());
    }

    @Test
    void goesOnHoweverTheThreadsThatReadAndWriteTakeTurns() {
        String film = BODY.repeat(50);
        List<CompletionStage<Download>> films = new ArrayList<>();
        server.on("/film.mp4", answer(200, "video/mp4", film));

        for (int i = 0; i < 12; i++) {
            films.add(upstream.client.download(new DownloadRequest(
                    server.uri().resolve("/film.mp4"),
                    folder.resolve("film" + i),
                    Origin.RESULT,
                    film.length(),
                    Duration.ofMinutes(1))));
        }

        assertThat(films)
                .extracting(Upstream::get)
                .allSatisfy(
                        saved -> assertThat(((Download.Saved) saved).bytes()).isEqualTo(film.length()));
    }

    @Test
    void goesOnWhereItBrokeOff() {
        server.on("/a.mp4", cutOff(BODY.length(), BODY.substring(0, HALF), "ETag: \"v1\""), part(HALF, "ETag: \"v1\""));

        Download download = fetch("/a.mp4");

        assertThat(download).isEqualTo(saved());
        assertThat(server.requests("/a.mp4").get(1).header("range")).isEqualTo("bytes=" + HALF + "-");
        assertThat(server.requests("/a.mp4").get(1).header("if-range")).isEqualTo("\"v1\"");
    }

    @Test
    void beginsAgainWhenTheFileHasChangedMeanwhile() {
        server.on(
                "/a.mp4",
                cutOff(BODY.length() + 50, BODY + "x".repeat(20), "ETag: \"old\""),
                answer(200, "application/json", BODY));

        Download download = fetch("/a.mp4");

        assertThat(download).isEqualTo(saved());
    }

    @Test
    void beginsAgainWhereVersionsCannotBeToldApart() {
        server.on(
                "/a.mp4",
                cutOff(BODY.length(), BODY.substring(0, HALF), "ETag: W/\"weak\""),
                answer(200, "application/json", BODY));

        Download download = fetch("/a.mp4");

        assertThat(download).isEqualTo(saved());
        assertThat(server.requests("/a.mp4").get(1).header("range")).isNull();
    }

    @Test
    void beginsAgainWhenAnotherPartComesThanWasAskedFor() {
        server.on(
                "/a.mp4",
                cutOff(BODY.length(), BODY.substring(0, HALF), "ETag: \"v1\""),
                part(HALF + 1, "ETag: \"v1\""),
                cutOff(BODY.length(), BODY.substring(0, HALF), "ETag: \"v1\""),
                answer(416, "text/plain", ""),
                answer(200, "application/json", BODY));

        Download download = fetch("/a.mp4", new Patience(0.01, 6, 6, Duration.ofMinutes(2), Duration.ofSeconds(5), 1));

        assertThat(download).isEqualTo(saved());
    }

    @Test
    void repeatsOnPassingFaults() {
        server.on(
                "/a",
                answer(503, "text/html", "<html>"),
                reset(),
                answer(429, "text/html", ""),
                answer(200, "application/json", BODY));

        Download download = fetch("/a");

        assertThat(download).isEqualTo(saved());
    }

    @Test
    void givesUpAndLeavesNothingBehind() {
        server.on("/a", cutOff(BODY.length(), BODY.substring(0, HALF)));

        Failure failure = failure("/a");

        assertThat(failure.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
        assertThat(failure.retryable()).isTrue();
        assertThat(server.count("/a")).isEqualTo(Patience.QUICK.throttledAttempts());
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void doesNotTakeNothingForAFile() {
        server.on("/a", answer(200, "audio/mpeg", ""));

        assertThat(failure("/a").kind()).isEqualTo(ErrorKind.UNAVAILABLE);
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 410})
    void tellsAnExpiredLinkFromAFailure(int status) {
        server.on("/a", answer(status, "application/xml", "<Error><Code>AccessDenied</Code></Error>"));

        Download download = fetch("/a");

        assertThat(download).isEqualTo(new Download.Expired(status));
        assertThat(server.count("/a")).isEqualTo(1);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusesWhatIsTooLargeBeforeAndWhileItComes() {
        byte[] chunk = ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        server.on("/declared", answer(200, "video/mp4", BODY + BODY)).on("/endless", (request, socket) -> {
            ScriptedServer.head(socket, 200, "Content-Type: video/mp4", "Transfer-Encoding: chunked");
            while (true) {
                socket.getOutputStream().write(chunk);
            }
        });

        Failure declared = failure("/declared");
        Failure endless = failure("/endless");

        assertThat(declared.message()).contains("larger than");
        assertThat(endless.message()).contains("larger than");
        assertThat(server.count("/endless")).isEqualTo(1);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void endsInTimeHoweverSlowTheServer() {
        server.on("/warm", answer(200, "application/json", BODY)).on("/a", server.silence());
        fetch("/warm");

        Failure failure = Upstream.failure(upstream.client.download(new DownloadRequest(
                server.uri().resolve("/a"), folder.resolve("b"), Origin.RESULT, 1_000, Duration.ofMillis(300))));

        assertThat(failure.kind()).isEqualTo(ErrorKind.TIMEOUT);
    }

    @Test
    void followsRedirectsAndChecksEachOfThem() {
        server.on("/a", answer(302, "text/plain", "", "Location: /b"))
                .on("/b", answer(307, "text/plain", "", "Location: " + server.uri() + "/c"))
                .on("/c", answer(200, "application/json", BODY));

        Download download = fetch("/a");

        assertThat(download).isEqualTo(saved());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:1/private",
                "https://169.254.169.254/latest/meta-data/",
                "file:///etc/passwd",
                "//localhost/a",
                "http://[::1]/a"
            })
    void doesNotFollowARedirectToWhereItMayNotGo(String location) {
        server.on("/a", answer(302, "text/plain", "", "Location: " + location));

        Failure failure = failure("/a");

        assertThat(failure.kind()).isEqualTo(ErrorKind.UPSTREAM);
        assertThat(failure.message()).contains("not fetched");
        assertThat(server.count("/a")).isEqualTo(1);
    }

    @Test
    void followsAResultToNobodyWhomNeitherMiniMaxNorTheCatalogueNames() {
        List<String> asked = Collections.synchronizedList(new ArrayList<>());
        Resolver listening = host -> {
            asked.add(host);
            return Resolver.SYSTEM.resolve(host);
        };
        server.on("/a", answer(302, "text/plain", "", "Location: https://elsewhere.example/a"));

        try (Upstream watched =
                new Upstream(UpstreamConfig.quick(Hosts.only(server.uri()), Upstream.WIDE), listening, null)) {
            Failure failure = Upstream.failure(watched.client.download(request("/a")));

            assertThat(failure.message()).contains("it leads on to elsewhere.example");
        }
        assertThat(asked).containsExactly("127.0.0.1");
    }

    @Test
    void doesNotFollowRedirectsForEver() {
        server.on("/a", answer(302, "text/plain", "", "Location: /a"));

        Failure failure = failure("/a");

        assertThat(failure.message()).contains("redirects too often");
        assertThat(server.count("/a")).isEqualTo(6);
    }

    @Test
    void fetchesNothingForACallerFromThisMachine() {
        server.on("/a", answer(200, "image/png", BODY));

        Failure failure = Upstream.failure(upstream.client.download(new DownloadRequest(
                server.uri().resolve("/a"), folder.resolve("x"), Origin.CALLER, 1_000_000, Duration.ofMinutes(1))));

        assertThat(failure.kind()).isEqualTo(ErrorKind.INVALID_INPUT);
        assertThat(server.count("/a")).isZero();
    }

    @Test
    void saysWhenOurOwnDiskFails() {
        server.on("/a", answer(200, "application/json", BODY));

        Failure failure = Upstream.failure(upstream.client.download(new DownloadRequest(
                server.uri().resolve("/a"),
                folder.resolve("no/such/folder/x"),
                Origin.RESULT,
                1_000_000,
                Duration.ofMinutes(1))));

        assertThat(failure.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
        assertThat(failure.message()).contains("disk");
        assertThat(server.count("/a")).isZero();
    }

    private static Turn part(int from, String... headers) {
        byte[] rest = BODY.substring(from).getBytes(StandardCharsets.UTF_8);
        return (request, socket) -> {
            List<String> more = new ArrayList<>(List.of(headers));
            more.add("Content-Range: bytes " + from + "-" + (BODY.length() - 1) + "/" + BODY.length());
            ScriptedServer.head(
                    socket, 206, "Content-Type: x/y", "Content-Length: " + rest.length, more.toArray(String[]::new));
            socket.getOutputStream().write(rest);
        };
    }

    private Download.Saved saved() {
        return new Download.Saved(folder.resolve("file"), BODY.length(), SHA_256, "application/json");
    }

    private Download fetch(String target) {
        return Upstream.get(upstream.client.download(request(target)));
    }

    private Download fetch(String target, Patience patience) {
        try (Upstream patient = new Upstream(Hosts.only(server.uri()), patience)) {
            return Upstream.get(patient.client.download(request(target)));
        }
    }

    private Failure failure(String target) {
        return Upstream.failure(upstream.client.download(request(target)));
    }

    private DownloadRequest request(String target) {
        return new DownloadRequest(
                URI.create(server.uri() + target),
                folder.resolve("file"),
                Origin.RESULT,
                300_000,
                Duration.ofMinutes(1));
    }
}
