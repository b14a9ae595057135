package io.minimaxmcp.server;

import io.minimaxmcp.server.mcp.Guides;
import io.minimaxmcp.server.mcp.Patience;
import io.minimaxmcp.server.mcp.Resources;
import io.minimaxmcp.server.mcp.ServerIdentity;
import io.minimaxmcp.server.mcp.ToolCalls;
import io.minimaxmcp.server.mcp.session.SessionServer;
import io.minimaxmcp.server.transport.stdio.StandardStreams;
import io.minimaxmcp.server.transport.stdio.StdioConnection;
import io.minimaxmcp.server.transport.stdio.StdioLimits;
import io.minimaxmcp.tools.tool.Tenant;
import io.minimaxmcp.tools.tool.Toolbox;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.LoggerFactory;

/** The real server around tools that are not: a program for tests that want a process of its own. */
public final class FakeServer {
    private FakeServer() {}

    static SessionServer of(Toolbox toolbox, Resources resources, ExecutorService executor) {
        ServerIdentity identity = new ServerIdentity("test-server", "Test server", "1");
        return new SessionServer(identity, new ToolCalls(toolbox), resources, new Patience(null), executor);
    }

    public static void main(String[] args) {
        StandardStreams streams = StandardStreams.claim();
        System.out.println("whatever prints does not reach the client");
        LoggerFactory.getLogger(FakeServer.class).error("and neither does what logs");
        ExecutorService executor = Executors.newFixedThreadPool(2);
        SessionServer server = of(new FakeTools().toolbox(), new Resources(List.of(new Guides(Map.of()))), executor);
        try (StdioConnection connection =
                new StdioConnection(streams, StdioLimits.DEFAULT, wire -> server.connect(Tenant.LOCAL, true, wire))) {
            connection.serve();
        }
        executor.shutdownNow();
    }
}
