package io.minimaxmcp.server.cli;

import io.minimaxmcp.server.Application;
import io.minimaxmcp.server.Stay;
import io.minimaxmcp.server.config.ServerConfig;
import io.minimaxmcp.server.transport.http.HttpLimits;
import io.minimaxmcp.server.transport.http.HttpServer;
import io.minimaxmcp.server.transport.http.HttpSettings;
import io.minimaxmcp.tools.media.ResultMode;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code http}: serves many clients until the process is told to end. */
@Command(name = "http", description = "MCP over HTTP: /mcp, and /sse with /message for old clients")
final class HttpCommand implements Callable<Integer> {
    private static final int HIGHEST_PORT = 65_535;

    private final Terminal terminal;
    private final SettingOptions settings;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "where to listen; off this machine only with MINIMAX_MCP_AUTH_TOKEN or OAuth set")
    private String host = "127.0.0.1";

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8080", description = "0 picks a free one")
    private int port = 8080;

    HttpCommand(Terminal terminal, SettingOptions settings) {
        this.terminal = terminal;
        this.settings = settings;
    }

    @Override
    public Integer call() throws InterruptedException, UsageException {
        ServerConfig config = settings.config();
        HttpSettings http = settings(config);
        CountDownLatch ended = new CountDownLatch(1);
        Application application = new Application(config, Stay.FOR_MONTHS, ResultMode.URL);
        try {
            HttpServer server = application.startHttp(http);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, application, ended), "end"));
            server.metricsUri().ifPresent(metrics -> terminal.err().println("metrics are on " + metrics));
            terminal.err().println("minimax-mcp listens on " + server.uri() + "/mcp");
        } catch (IOException notListening) {
            application.close();
            throw new UsageException(
                    "Cannot listen on " + host + ":" + port + " (" + notListening.getMessage()
                            + "): name another --port, or 0 for any that is free.",
                    notListening);
        }
        ended.await();
        return 0;
    }

    private HttpSettings settings(ServerConfig config) throws UsageException {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new UsageException("--port is " + port + "; allowed: 0 to " + HIGHEST_PORT + ".");
        }
        HttpSettings http = new HttpSettings(
                host,
                port,
                config.authToken(),
                hosts(config),
                config.allowedOrigins(),
                HttpLimits.DEFAULT,
                config.http().oauth().isPresent());
        if (config.http().oauth().isPresent() && config.http().publicUrl().isEmpty() && !http.isForThisMachine()) {
            throw new UsageException(
                    "With MINIMAX_MCP_OAUTH_ISSUER and --host " + host + " set MINIMAX_MCP_PUBLIC_URL to"
                            + " where clients reach this server: tokens are made for that address.");
        }
        if (http.isOpenToAnybody()) {
            throw new UsageException("--host " + host + " would let anybody on the network spend your money: set"
                    + " MINIMAX_MCP_AUTH_TOKEN to a secret of at least 16 characters, which clients send as"
                    + " Authorization: Bearer …, or MINIMAX_MCP_OAUTH_ISSUER, or listen on 127.0.0.1.");
        }
        return http;
    }

    /** Whoever comes by the public URL says so in Host, unless the proxy says another. */
    private static List<String> hosts(ServerConfig config) {
        return Stream.concat(config.allowedHosts().stream(), config.http().publicUrl().map(URI::getHost).stream())
                .toList();
    }

    private static void end(HttpServer server, Application application, CountDownLatch ended) {
        server.close();
        application.close(Application.SOMEBODY_WAITS);
        ended.countDown();
    }
}
