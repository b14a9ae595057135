package io.minimaxmcp.tools.upstream;

import static io.minimaxmcp.tools.upstream.ScriptedServer.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.upstream.DownloadRequest.Origin;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names whose name servers never answer. */
class LookupsTest {
    @TempDir
    Path folder;

    private final CountDownLatch never = new CountDownLatch(1);
    private final AtomicInteger hanging = new AtomicInteger();
    private final ScriptedServer server = new ScriptedServer();
    private final Upstream upstream = new Upstream(
            new UpstreamConfig(Hosts.only(server.uri()), Upstream.WIDE, Patience.QUICK), this::resolve, null);

    private List<InetAddress> resolve(String host) throws UnknownHostException {
        if (host.equals("hangs.example")) {
            hanging.incrementAndGet();
            try {
                never.await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
            throw new UnknownHostException(host);
        }
        return Resolver.SYSTEM.resolve(host);
    }

    @AfterEach
    void stop() {
        never.countDown();
        upstream.close();
        server.close();
    }

    @Test
    void holdUpNothingButThemselvesHoweverManyAreGiven() {
        server.on("/a.mp3", answer(200, "audio/mpeg", "sound"));

        List<CompletionStage<Download>> hung = IntStream.range(0, 300)
                .mapToObj(
                        i -> fetch(URI.create("https://hangs.example/" + i), i, Origin.CALLER, Duration.ofMillis(300)))
                .toList();
        CompletionStage<Download> result =
                fetch(server.uri().resolve("/a.mp3"), 1_000, Origin.RESULT, Duration.ofMinutes(1));

        assertThat(Upstream.get(result)).isInstanceOf(Download.Saved.class);
        assertThat(hung)
                .allSatisfy(stage ->
                        assertThat(Upstream.failure(stage).kind()).isIn(ErrorKind.TIMEOUT, ErrorKind.UNAVAILABLE));
        assertThat(hanging).hasValueLessThanOrEqualTo(8);
    }

    private CompletionStage<Download> fetch(URI url, int number, Origin origin, Duration patience) {
        return upstream.client.download(
                new DownloadRequest(url, folder.resolve("file" + number), origin, 1_000, patience));
    }
}
