package io.minimaxmcp.server;

import io.minimaxmcp.server.mcp.CallReport;
import io.minimaxmcp.tools.job.Job;
import io.minimaxmcp.tools.media.Artifact;
import io.minimaxmcp.tools.tool.Tenant;
import io.minimaxmcp.tools.upstream.AttemptReport;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Where a transport takes part in what goes on inside. None of it blocks.
 *
 * @param link under which a saved result can be had
 * @param called told of each tool call
 * @param attempted told of each request to MiniMax
 * @param changed told of each change of a job
 */
record Hooks(
        BiFunction<Tenant, Artifact, Optional<String>> link,
        Consumer<CallReport> called,
        Consumer<AttemptReport> attempted,
        Consumer<Job> changed) {
    /** For one client on this machine. */
    static final Hooks NONE = new Hooks((tenant, artifact) -> Optional.empty(), call -> {}, attempt -> {}, job -> {});
}
