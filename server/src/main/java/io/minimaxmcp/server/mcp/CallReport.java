package io.minimaxmcp.server.mcp;

import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.ToolResult;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of one tool call, for whoever counts: it has a result or a failure. */
public record CallReport(
        String tool, @Nullable ToolResult result, @Nullable Failure failure, Duration took) {}
