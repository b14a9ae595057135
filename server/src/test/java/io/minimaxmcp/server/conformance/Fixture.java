package io.minimaxmcp.server.conformance;

import io.minimaxmcp.server.mcp.session.FixtureSessions;
import io.minimaxmcp.server.mcp.session.SessionServer;
import io.minimaxmcp.server.mcp.stateless.FixtureStateless;
import io.minimaxmcp.server.mcp.stateless.StatelessServer;
import io.minimaxmcp.server.transport.http.HttpLimits;
import io.minimaxmcp.server.transport.http.HttpServer;
import io.minimaxmcp.server.transport.http.HttpSettings;
import io.minimaxmcp.tools.tool.Tenant;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A program: serves the fixture over the product's HTTP transport, on the port that it is given, until it is ended. */
public final class Fixture {
    private static final List<String> HERE = List.of("localhost", "127.0.0.1", "[::1]");

    private Fixture() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        ExecutorService calls = Executors.newCachedThreadPool();
        SessionServer sessions = FixtureSessions.on(calls);
        StatelessServer stateless = FixtureStateless.on(calls);
        HttpServer server = new HttpServer(
                new HttpSettings(
                        "127.0.0.1", Integer.parseInt(args[0]), Optional.empty(), HERE, HERE, HttpLimits.DEFAULT),
                key -> Tenant.LOCAL,
                (tenant, wire) -> sessions.connect(tenant, false, wire),
                (tenant, wire) -> stateless.connect(tenant, false, wire),
                InstantSource.system(),
                Executors.newSingleThreadScheduledExecutor());
        server.start();
        System.err.println("the conformance fixture listens on " + server.uri() + "/mcp");
        new CountDownLatch(1).await();
    }
}
