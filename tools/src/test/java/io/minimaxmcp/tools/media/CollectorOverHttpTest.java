package io.minimaxmcp.tools.media;

import static io.minimaxmcp.tools.media.Failures.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.minimaxmcp.tools.tool.Charged;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.upstream.Accounts;
import io.minimaxmcp.tools.upstream.Hosts;
import io.minimaxmcp.tools.upstream.Lane;
import io.minimaxmcp.tools.upstream.MiniMaxClient;
import io.minimaxmcp.tools.upstream.UpstreamConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results over real connections, which break. */
class CollectorOverHttpTest {
    private final AtomicInteger requests = new AtomicInteger();
    private final ExecutorService workers = Executors.newFixedThreadPool(4);

    @TempDir
    Path disk;

    private HttpServer cdn;
    private MiniMaxClient client;
    private Bench bench;
    private Collector collector;
    private byte[] image;

    @BeforeEach
    void start() throws IOException {
        image = Samples.png(640, 480);
        cdn = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        cdn.start();
        Map<Lane, Integer> rates = Stream.of(Lane.values()).collect(Collectors.toMap(lane -> lane, lane -> 600));
        UpstreamConfig config = UpstreamConfig.quick(Hosts.only(URI.create(url(""))), rates);
        client = new MiniMaxClient(() -> Stages.of(config), new Accounts(null), workers);
        bench = new Bench(disk);
        FileWork work = new FileWork(workers);
        Links links = new Links(client::download, bench.inputs, bench.spool, work);
        collector = new Collector(bench.store, bench.spool, links, work, ResultMode.FILE);
    }

    @AfterEach
    void stop() {
        client.close();
        cdn.stop(0);
        workers.shutdown();
    }

    @Test
    void deliversAResultWhoseDownloadBreaksOffThreeTimes() throws Exception {
        cdn.createContext("/cat", exchange -> {
            boolean whole = requests.incrementAndGet() > 3;
            send(exchange, 200, whole ? image.length : image.length / 2);
        });

        Artifact saved = await(collector.collect(delivery("/cat"))).get(0);

        assertThat(Path.of(saved.path())).hasBinaryContent(image);
        assertThat(saved.sha256()).isEqualTo(Digested.of(Path.of(saved.path())).sha256());
        assertThat(requests).hasValue(4);
        assertThat(bench.data.resolve("spool")).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void leavesAnExpiredLinkToBeAskedForAnew() throws Exception {
        cdn.createContext("/old", exchange -> send(exchange, 403, 0));
        cdn.createContext("/new", exchange -> send(exchange, 200, image.length));

        Failure failure = Failures.of(collector.collect(delivery("/old")));
        List<Artifact> saved = await(collector.collect(delivery("/new")));

        assertThat(failure.retryable()).isTrue();
        assertThat(failure.charged()).isEqualTo(Charged.YES);
        assertThat(saved).hasSize(1);
    }

    @Test
    void fetchesNoCallersLinkFromThisMachine() {
        cdn.createContext("/cat", exchange -> send(exchange, 200, image.length));
        String hidden = url("/cat").replace("http:", "https:");
        Links links = new Links(client::download, bench.inputs, bench.spool, bench.work);

        Failure failure = Failures.of(links.draft(hidden, "audio", 1_000_000));

        assertThat(failure.kind()).isEqualTo(ErrorKind.INVALID_INPUT);
        assertThat(failure.field()).isEqualTo("audio");
        assertThat(failure.charged()).isEqualTo(Charged.NO);
    }

    private Delivery delivery(String path) {
        return Bench.delivery("job", "cat", Bench.linked(url(path), "png"));
    }

    private String url(String path) {
        return "http://127.0.0.1:" + cdn.getAddress().getPort() + path;
    }

    /** Promises the whole image, and breaks off where less than that is sent. */
    private void send(HttpExchange exchange, int status, int bytes) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, status == 200 ? image.length : -1);
            exchange.getResponseBody().write(image, 0, bytes);
        }
    }
}
