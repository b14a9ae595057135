package io.minimaxmcp.server.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.minimaxmcp.server.link.LinkKey;
import io.minimaxmcp.server.link.MediaLinks;
import io.minimaxmcp.tools.media.MediaFile;
import io.minimaxmcp.tools.media.MediaId;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.tool.Tenant;
import io.minimaxmcp.tools.tool.ToolException;
import io.minimaxmcp.tools.upstream.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaDownloadsTest {
    private static final Tenant OWNER = new Tenant("owner");
    private static final MediaId MEDIA = new MediaId("job-1", 1);
    private static final String BYTES = "0123456789".repeat(30_000);

    private final HttpPeer peer = new HttpPeer(
            HttpLimits.DEFAULT,
            Optional.of(new Secret("a-token-that-nobody-needs-here")),
            List.of(),
            server -> server.offerDownloads(links(server::uri), this::find, Runnable::run));
    private Instant now = Instant.now();
    private MediaFile file = new MediaFile(Path.of("nothing"), "video/mp4", 0);

    @TempDir
    Path folder;

    @BeforeEach
    void save() throws IOException {
        Path path = Files.writeString(folder.resolve("a \"video\".mp4"), BYTES);
        file = new MediaFile(path, "video/mp4", BYTES.length());
    }

    @AfterEach
    void end() {
        peer.close();
    }

    @Test
    void givesTheWholeFileToWhoeverHasTheLink() {
        HttpResponse<String> answer = peer.send(HttpRequest.newBuilder(link(MEDIA)));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(BYTES);
        assertThat(answer.headers().map())
                .containsEntry("content-type", List.of("video/mp4"))
                .containsEntry("content-disposition", List.of("inline; filename=\"a _video_.mp4\""))
                .containsEntry("x-content-type-options", List.of("nosniff"))
                .containsEntry("accept-ranges", List.of("bytes"));
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-9, 206, bytes 0-9/300000, 10",
        "bytes=299990-, 206, bytes 299990-299999/300000, 10",
        "bytes=-5, 206, bytes 299995-299999/300000, 5",
        "bytes=10-999999999, 206, bytes 10-299999/300000, 299990",
        "bytes=300000-, 416, bytes */300000, -1",
        "'bytes=0-1,4-5', 200, , 300000",
        "lines=0-1, 200, , 300000",
        "bytes=5-2, 200, , 300000",
    })
    void givesTheRangeThatAPlayerAsksFor(String range, int status, String contentRange, int length) {
        HttpResponse<String> answer =
                peer.send(HttpRequest.newBuilder(link(MEDIA)).header("Range", range));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Range")).isEqualTo(Optional.ofNullable(contentRange));
        assertThat(length < 0 ? length : answer.body().length()).isEqualTo(length);
    }

    @Test
    void tellsTheHeadersAlone() {
        HttpResponse<String> answer =
                peer.send(HttpRequest.newBuilder(link(MEDIA)).method("HEAD", HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Length")).hasValue("300000");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void refusesALinkThatSomebodyHasMadeForAnotherTenant() {
        URI forged = URI.create(link(MEDIA).toString().replace("tenant=owner", "tenant=other"));

        HttpResponse<String> answer = peer.send(HttpRequest.newBuilder(forged));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("not made by this server").doesNotContain("0123456789");
    }

    @Test
    void saysThatALinkHasExpired() {
        URI link = link(MEDIA);
        now = now.plus(Duration.ofHours(2));

        HttpResponse<String> answer = peer.send(HttpRequest.newBuilder(link));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("expired");
    }

    @Test
    void saysThatAResultIsGone() {
        HttpResponse<String> answer = peer.send(HttpRequest.newBuilder(link(new MediaId("job-2", 1))));

        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @Test
    void isFollowedFromPagesOfOtherPlaces() {
        HttpResponse<String> answer =
                peer.send(HttpRequest.newBuilder(link(MEDIA)).header("Sec-Fetch-Site", "cross-site"));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void neverLetsWhatIsNoMediaRunInABrowser() {
        file = new MediaFile(file.path(), "text/html", file.bytes());

        HttpResponse<String> answer = peer.send(HttpRequest.newBuilder(link(MEDIA)));

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("sandbox");
    }

    private CompletionStage<MediaFile> find(Tenant tenant, MediaId media) {
        return tenant.equals(OWNER) && media.equals(MEDIA)
                ? Stages.of(file)
                : ToolException.failed(Failure.of(ErrorKind.NOT_FOUND, "There is none.", "Look elsewhere."));
    }

    private URI link(MediaId media) {
        return URI.create(links(peer.server::uri).to(OWNER, media));
    }

    private MediaLinks links(java.util.function.Supplier<URI> base) {
        return new MediaLinks(() -> LinkKey.of("a secret for this test alone"), base, Duration.ofHours(1), () -> now);
    }
}
