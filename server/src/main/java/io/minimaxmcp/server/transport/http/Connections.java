package io.minimaxmcp.server.transport.http;

import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty's connections as they are needed here: bounded in number, in silence and in the heads of requests, with few threads for all. */
final class Connections {
    private static final int THREADS = 32;
    /** They read, and answer what needs nobody else. */
    private static final int SELECTORS = Math.min(4, Runtime.getRuntime().availableProcessors());

    private static final long IDLE_MS = 60_000;
    /** At the end all is answered: who says nothing for so long has nothing to say. */
    private static final long QUIET_MS = 100;
    /** When all connections are taken, whoever says nothing makes room. */
    private static final long IDLE_WHEN_FULL_MS = 2_000;

    private Connections() {}

    static Server server() {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 4);
        threads.setName("http");
        threads.setDaemon(true);
        return new Server(threads);
    }

    /** Where connections come in; it is still to be added to the server. */
    static ServerConnector on(Server jetty, HttpLimits limits, String host, int port) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
        http.setRequestHeaderSize(limits.headerBytes());
        http.setIdleTimeout(IDLE_MS);
        ServerConnector made = new ServerConnector(jetty, 1, SELECTORS, new HttpConnectionFactory(http));
        made.setHost(host);
        made.setPort(port);
        made.setIdleTimeout(IDLE_MS);
        made.setShutdownIdleTimeout(QUIET_MS);
        return made;
    }

    static NetworkConnectionLimit limit(ServerConnector connector, int most) {
        NetworkConnectionLimit limit = new NetworkConnectionLimit(most, connector);
        limit.setEndPointIdleTimeout(IDLE_WHEN_FULL_MS);
        return limit;
    }
}
