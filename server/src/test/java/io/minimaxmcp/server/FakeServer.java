package io.minimaxmcp.server;

import io.minimaxmcp.schemas.PromptDefinition;
import io.minimaxmcp.server.mcp.BothEras;
import io.minimaxmcp.server.mcp.Completions;
import io.minimaxmcp.server.mcp.Features;
import io.minimaxmcp.server.mcp.Guides;
import io.minimaxmcp.server.mcp.Patience;
import io.minimaxmcp.server.mcp.Prompts;
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
import io.minimaxmcp.tools.tool.Stages;
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

    /** All of this, and one prompt. */
    public static Features features(Toolbox toolbox, Resources resources, Tasks tasks) {
        return features(new ToolCalls(toolbox), resources, tasks);
    }

    static Features features(ToolCalls tools, Resources resources, Tasks tasks) {
        Prompts prompts = new Prompts(() -> List.of(PromptDefinition.load("song_from_theme")));
        return new Features(
                new ServerIdentity("test-server", "Test server", "1"),
                tools,
                resources,
                prompts,
                new Completions(resources, prompts, (tenant, source) -> Stages.of(List.of("not " + source, source))),
                tasks,
                new Patience(null));
    }

    /** Answers one local client, in whichever era it speaks. */
    static Side connect(Features features, ExecutorService executor, Wire wire) {
        return new BothEras(era -> switch (era) {
            case SESSION -> new SessionServer(features, executor).connect(Tenant.LOCAL, true, wire);
            case STATELESS -> StatelessServer.of(features, executor).connect(Tenant.LOCAL, true, wire);
        });
    }

    public static void main(String[] args) {
        StandardStreams streams = StandardStreams.claim();
        System.out.println("whatever prints does not reach the client");
        LoggerFactory.getLogger(FakeServer.class).error("and neither does what logs");
        ExecutorService executor = Executors.newFixedThreadPool(2);
        Features features =
                features(new FakeTools().toolbox(), new Resources(List.of(new Guides(Map.of()))), new FakeTasks());
        try (StdioConnection connection =
                new StdioConnection(streams, StdioLimits.DEFAULT, wire -> connect(features, executor, wire))) {
            connection.serve();
        }
        executor.shutdownNow();
    }
}
