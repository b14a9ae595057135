package io.minimaxmcp.server.mcp.stateless;

import io.minimaxmcp.server.FakeTasks;
import io.minimaxmcp.server.conformance.FixtureResources;
import io.minimaxmcp.server.mcp.Patience;
import io.minimaxmcp.server.mcp.Resources;
import io.minimaxmcp.server.mcp.ServerIdentity;
import io.minimaxmcp.server.mcp.ToolCalls;
import io.minimaxmcp.tools.tool.InputBinder;
import io.minimaxmcp.tools.tool.Toolbox;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/** The stateless era around what the conformance suite asks for: all but the tools is the product's own. */
public final class FixtureStateless {
    private FixtureStateless() {}

    public static StatelessServer on(Executor executor) {
        Resources resources = new Resources(List.of(new FixtureResources()));
        ToolCalls none = new ToolCalls(new Toolbox(List.of(), new InputBinder()));
        ServerIdentity identity = new ServerIdentity("conformance-fixture", "Conformance fixture", "1");
        return new StatelessServer(
                identity,
                List.of(
                        StatelessServer.methods(
                                identity, none, resources, new FakeTasks(), new Patience(null), executor),
                        Map.of()));
    }
}
