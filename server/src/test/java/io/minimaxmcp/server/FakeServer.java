package io.minimaxmcp.server;

import io.minimaxmcp.server.mcp.BothEras;
import io.minimaxmcp.server.mcp.Guides;
import io.minimaxmcp.server.mcp.Patience;
import io.minimaxmcp.server.mcp.Resources;
import io.minimaxmcp.server.mcp.ServerIdentity;
import io.minimaxmcp.server.mcp.Tasks;
import io.minimaxmcp.server.mcp.ToolCalls;
import io.minimaxmcp.server.mcp.session.SessionServer;
import io.minimaxmcp.server.mcp.stateless.StatelessServer;
import io.minimaxmcp.server.rpc.Side;
import io.minimaxmcp.server.rpc.Wire;
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

    private static final ServerIdentity IDENTITY = new ServerIdentity("test-server", "Test server", "1");

    /** Answers one local client, in whichever era it speaks. */
    static Side connect(Toolbox toolbox, Resources resources, Tasks tasks, ExecutorService executor, Wire wire) {
        ToolCalls tools = new ToolCalls(toolbox);
        Patience patience = new Patience(null);
        return new BothEras(era -> switch (era) {
            case SESSION ->
                new SessionServer(IDENTITY, tools, resources, patience, executor).connect(Tenant.LOCAL, true, wire);
            case STATELESS ->
                StatelessServer.of(IDENTITY, tools, resources, tasks, patience, executor)
                        .connect(Tenant.LOCAL, true, wire);
        });
    }

    public static void main(String[] args) {
        StandardStreams streams = StandardStreams.claim();
        System.out.println("whatever prints does not reach the client");
        LoggerFactory.getLogger(FakeServer.class).error("and neither does what logs");
        ExecutorService executor = Executors.newFixedThreadPool(2);
        Toolbox toolbox = new FakeTools().toolbox();
        Resources resources = new Resources(List.of(new Guides(Map.of())));
        try (StdioConnection connection = new StdioConnection(
                streams, StdioLimits.DEFAULT, wire -> connect(toolbox, resources, new FakeTasks(), executor, wire))) {
            connection.serve();
        }
        executor.shutdownNow();
    }
}
