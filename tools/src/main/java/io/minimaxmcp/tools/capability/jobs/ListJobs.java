package io.minimaxmcp.tools.capability.jobs;

import io.minimaxmcp.tools.job.JobDesk;
import io.minimaxmcp.tools.job.JobQuery;
import io.minimaxmcp.tools.tool.CallContext;
import io.minimaxmcp.tools.tool.Capability;
import io.minimaxmcp.tools.tool.ToolResult;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Lists the caller's jobs, newest first. */
public final class ListJobs implements Capability<ListJobs.Input> {
    private final JobDesk desk;

    public record Input(
            @Nullable String status,
            @Nullable String kind,
            int limit,
            @Nullable String cursor) {}

    public ListJobs(JobDesk desk) {
        this.desk = desk;
    }

    @Override
    public String tool() {
        return "list_jobs";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public CompletionStage<ToolResult> call(Input input, CallContext context) {
        var query = new JobQuery(input.status(), input.kind(), input.limit(), input.cursor());
        return desk.list(query, desk.welcome(context, 0));
    }
}
