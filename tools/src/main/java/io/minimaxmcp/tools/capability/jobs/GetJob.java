package io.minimaxmcp.tools.capability.jobs;

import io.minimaxmcp.tools.job.JobDesk;
import io.minimaxmcp.tools.tool.CallContext;
import io.minimaxmcp.tools.tool.Capability;
import io.minimaxmcp.tools.tool.ToolResult;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks at a job, waits for it, and collects its result. */
public final class GetJob implements Capability<GetJob.Input> {
    private final JobDesk desk;

    /**
     * @param jobIds more jobs to wait for
     * @param waitSeconds null to wait as long as the client stands
     */
    public record Input(
            String jobId,
            @Nullable List<String> jobIds,
            @Nullable Integer waitSeconds) {
        public Input {
            jobIds = jobIds == null ? null : List.copyOf(jobIds);
        }

        List<String> all() {
            Stream<String> more = jobIds == null ? Stream.of() : jobIds.stream();
            return Stream.concat(Stream.of(jobId), more).distinct().toList();
        }
    }

    public GetJob(JobDesk desk) {
        this.desk = desk;
    }

    @Override
    public String tool() {
        return "get_job";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public CompletionStage<ToolResult> call(Input input, CallContext context) {
        return desk.look(input.all(), desk.welcome(context, input.waitSeconds()));
    }
}
