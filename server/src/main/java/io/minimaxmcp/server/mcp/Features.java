package io.minimaxmcp.server.mcp;

/** All that this server offers, for either era to answer with. */
public record Features(
        ServerIdentity identity,
        ToolCalls tools,
        Resources resources,
        Prompts prompts,
        Completions completions,
        Tasks tasks,
        Patience patience) {}
