package io.minimaxmcp.tools.upstream;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.net.TrustOptions;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sockets: one Vert.x and three bounded pools. Made with the first call, because making them takes a while. */
final class Connections implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
    private static final int CONNECT_MILLIS = 10_000;

    private final Vertx vertx;
    private final HttpClient fresh;
    private final HttpClient kept;
    private final HttpClient raw;

    /** @param trust whom to trust instead of Java's own authorities; null for those */
    Connections(@Nullable TrustOptions trust) {
        vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(2)
                .setWorkerPoolSize(4)
                .setInternalBlockingPoolSize(4)
                .setUseDaemonThread(true)
                .setFileSystemOptions(new FileSystemOptions()
                        .setClassPathResolvingEnabled(false)
                        .setFileCachingEnabled(false)));
        HttpClientOptions options = options(trust);
        PoolOptions pool = new PoolOptions().setHttp1MaxSize(64).setMaxWaitQueueSize(1_000);
        fresh = client(new HttpClientOptions(options).setKeepAlive(false), pool);
        kept = client(options, pool);
        raw = client(new HttpClientOptions(options).setDecompressionSupported(false), pool);
    }

    /** No redirects, no proxies, no HTTP/2: one request on one connection, so that its fate is plain. */
    private static HttpClientOptions options(@Nullable TrustOptions trust) {
        HttpClientOptions options = new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setConnectTimeout(CONNECT_MILLIS)
                .setSslHandshakeTimeout(CONNECT_MILLIS)
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                .setVerifyHost(true)
                .setKeepAlive(true)
                .setKeepAliveTimeout(15)
                .setDecompressionSupported(true)
                .setMaxHeaderSize(32_768);
        return trust == null ? options : options.setTrustOptions(trust);
    }

    private HttpClient client(HttpClientOptions options, PoolOptions pool) {
        return vertx.httpClientBuilder()
                .with(options)
                .with(pool)
                // Whose request it was is told as well; without a handler Vert.x logs every broken connection as an
                // error.
                .withConnectHandler(connection -> connection.exceptionHandler(
                        fault -> LOG.atDebug().setCause(fault).log("a connection broke")))
                .build();
    }

    Vertx vertx() {
        return vertx;
    }

    /**
     * For an endpoint's calls. What may not be repeated gets a new connection each time: an old one may be closed by the other side just
     * as the request is written, and then nobody could tell whether it arrived.
     */
    HttpClient of(Endpoint endpoint) {
        return endpoint.repeat() == Endpoint.Repeat.HARMLESS ? kept : fresh;
    }

    /** For downloads: bytes as they are, so that they can be counted, resumed and compared. */
    HttpClient raw() {
        return raw;
    }

    @Override
    public void close() {
        try {
            vertx.close().await(5, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            LOG.atWarn().log("the network threads did not end within 5 s; they are daemons and end with the process");
        }
    }
}
