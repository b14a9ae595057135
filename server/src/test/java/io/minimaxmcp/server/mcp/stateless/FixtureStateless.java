package io.minimaxmcp.server.mcp.stateless;

import io.minimaxmcp.server.FakeMissingTools;
import io.minimaxmcp.server.conformance.FixtureDocuments;
import io.minimaxmcp.server.conformance.FixtureResources;
import io.minimaxmcp.server.mcp.Completions;
import io.minimaxmcp.server.mcp.Features;
import io.minimaxmcp.server.mcp.Patience;
import io.minimaxmcp.server.mcp.Prompts;
import io.minimaxmcp.server.mcp.Resources;
import io.minimaxmcp.server.mcp.ServerIdentity;
import io.minimaxmcp.server.mcp.ToolCalls;
import io.minimaxmcp.tools.tool.InputBinder;
import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.tool.Toolbox;
import java.util.List;
import java.util.concurrent.Executor;

/** The stateless era around what the conformance suite asks for: all but the tools and prompts is the product's own. */
public final class FixtureStateless {
    private FixtureStateless() {}

    public static StatelessServer on(Executor executor) {
        Resources resources = new Resources(List.of(new FixtureResources()));
        Prompts prompts = new Prompts(List::of);
        FixtureTasks tasks = new FixtureTasks();
        FakeMissingTools missing = new FakeMissingTools();
        ServerIdentity identity = new ServerIdentity("conformance-fixture", "Conformance fixture", "1");
        Features features = new Features(
                identity,
                new ToolCalls(new Toolbox(List.of(), new InputBinder()), missing, null),
                resources,
                prompts,
                new Completions(resources, prompts, (tenant, source) -> Stages.of(List.of())),
                tasks,
                new Patience(null));
        FixtureCalls calls = new FixtureCalls(
                FixtureDocuments.statelessTools(),
                FixtureDocuments.statelessPrompts(),
                new FixtureRounds(),
                tasks,
                missing,
                new TaskJson(new Results(identity)));
        return new StatelessServer(identity, List.of(StatelessServer.methods(features, executor), calls.all()));
    }
}
