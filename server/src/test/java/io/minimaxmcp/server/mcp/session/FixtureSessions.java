package io.minimaxmcp.server.mcp.session;

import io.minimaxmcp.server.conformance.FixtureDocuments;
import io.minimaxmcp.server.conformance.FixtureResources;
import io.minimaxmcp.server.mcp.Completions;
import io.minimaxmcp.server.mcp.Prompts;
import io.minimaxmcp.server.mcp.Resources;
import io.minimaxmcp.server.mcp.ServerIdentity;
import io.minimaxmcp.tools.tool.Stages;
import java.util.List;
import java.util.concurrent.Executor;

/** The session era around what the conformance suite asks for: all but the tools and prompts is the product's own. */
public final class FixtureSessions {
    private FixtureSessions() {}

    public static SessionServer on(Executor executor) {
        Resources resources = new Resources(List.of(new FixtureResources()));
        return new SessionServer(
                new ServerIdentity("conformance-fixture", "Conformance fixture", "1"),
                List.of(
                        new ResourceMethods(
                                        resources,
                                        new Completions(
                                                resources,
                                                new Prompts(List::of),
                                                (tenant, source) -> Stages.of(List.of())),
                                        executor)
                                .all(),
                        LoggingMethods.all(),
                        new FixtureTools(FixtureDocuments.tools()).all(),
                        FixturePrompts.all()));
    }
}
