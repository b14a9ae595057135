package io.minimaxmcp.tools.capability.jobs;

import io.minimaxmcp.tools.job.JobDesk;
import io.minimaxmcp.tools.tool.CallContext;
import io.minimaxmcp.tools.tool.Capability;
import io.minimaxmcp.tools.tool.ToolResult;
import java.util.concurrent.CompletionStage;

/** Takes a job back where that is still possible, and says plainly where it is not. */
public final class CancelJob implements Capability<CancelJob.Input> {
    private final JobDesk desk;

    public record Input(String jobId) {}

    public CancelJob(JobDesk desk) {
        this.desk = desk;
    }

    @Override
    public String tool() {
        return "cancel_job";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public CompletionStage<ToolResult> call(Input input, CallContext context) {
        return desk.cancel(input.jobId(), desk.welcome(context, 0));
    }
}
