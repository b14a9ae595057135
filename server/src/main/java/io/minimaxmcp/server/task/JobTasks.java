package io.minimaxmcp.server.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.server.mcp.Revision;
import io.minimaxmcp.server.mcp.TaskState;
import io.minimaxmcp.server.mcp.TaskState.Outcome;
import io.minimaxmcp.server.mcp.Tasks;
import io.minimaxmcp.server.mcp.ToolCalls;
import io.minimaxmcp.tools.job.Job;
import io.minimaxmcp.tools.job.JobLedger;
import io.minimaxmcp.tools.job.JobStage;
import io.minimaxmcp.tools.job.Jobs;
import io.minimaxmcp.tools.job.Match;
import io.minimaxmcp.tools.job.Visit;
import io.minimaxmcp.tools.tool.CallContext;
import io.minimaxmcp.tools.tool.Cancellation;
import io.minimaxmcp.tools.tool.Confirmer;
import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.tool.Tenant;
import io.minimaxmcp.tools.tool.ToolResult;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The jobs of the ledger, as tasks. */
public final class JobTasks implements Tasks {
    private static final Logger LOG = LoggerFactory.getLogger(JobTasks.class);

    private final Set<String> paidTools;
    private final Supplier<Jobs> jobs;
    private final Supplier<JobLedger> ledger;
    private final boolean localPaths;

    /**
     * @param paidTools whose calls make jobs
     * @param localPaths whether whoever asks is on this machine, and may see where files are
     */
    public JobTasks(Set<String> paidTools, Supplier<Jobs> jobs, Supplier<JobLedger> ledger, boolean localPaths) {
        this.paidTools = Set.copyOf(paidTools);
        this.jobs = jobs;
        this.ledger = ledger;
        this.localPaths = localPaths;
    }

    @Override
    public boolean mayTakeLong(String tool) {
        return paidTools.contains(tool);
    }

    /** A call that did not wait long enough is answered with its job, which is in the ledger by then. */
    @Override
    public CompletionStage<Optional<TaskState>> begunBy(Tenant tenant, ObjectNode result) {
        JsonNode job = result.path("structuredContent");
        String status = job.path("status").asText();
        boolean goesOn = status.equals(JobStage.QUEUED.status()) || status.equals(JobStage.RUNNING.status());
        return goesOn ? find(tenant, id(job).toString()) : Stages.of(Optional.empty());
    }

    private static TaskId id(JsonNode job) {
        boolean isEarlier = job.path("deduplicated").asBoolean();
        Match found = Match.told(job.path("next_step").asText());
        return new TaskId(job.path("job_id").asText(), isEarlier ? found : Match.NEW);
    }

    @Override
    public CompletionStage<Optional<TaskState>> find(Tenant tenant, String taskId) {
        TaskId id = TaskId.of(taskId);
        return ledger.get()
                .find(tenant, id.jobId())
                .thenCompose(found -> found.map(job -> state(id, job)).orElseGet(() -> Stages.of(Optional.empty())));
    }

    private CompletionStage<Optional<TaskState>> state(TaskId id, Job job) {
        Visit visit = visit(job.tenant());
        return ToolCalls.answer(jobs.get().desk().answer(job, id.match(), visit), Revision.V2026_07_28)
                .thenApply(answer -> Optional.of(state(id, job, answer)));
    }

    private TaskState state(TaskId id, Job job, ObjectNode answer) {
        String said = answer.at("/content/0/text").asText();
        Duration again = jobs.get().settings().pollEvery();
        Duration kept = jobs.get().settings().retention();
        return new TaskState(
                id.toString(),
                job.version(),
                job.createdAt(),
                job.updatedAt(),
                said,
                kept,
                again,
                outcome(job.stage(), answer));
    }

    private static Outcome outcome(JobStage stage, ObjectNode answer) {
        if (!stage.isFinal()) {
            return new TaskState.Working();
        }
        return stage == JobStage.CANCELLED ? new TaskState.Cancelled() : new TaskState.Completed(answer);
    }

    /** A job asks nothing once it is in the ledger: whatever had to be asked was asked before. */
    @Override
    public CompletionStage<?> update(Tenant tenant, String taskId, ObjectNode inputResponses) {
        return Stages.nothing();
    }

    @Override
    public CompletionStage<?> cancel(Tenant tenant, String taskId) {
        String jobId = TaskId.of(taskId).jobId();
        return jobs.get().desk().cancel(jobId, visit(tenant)).exceptionally(tooLate -> {
            LOG.atDebug().addKeyValue("jobId", jobId).setCause(tooLate).log("a task could not be taken back");
            return ToolResult.of(jobId, "It goes on.");
        });
    }

    @Override
    public AutoCloseable watch(Tenant tenant, String taskId, Runnable changed) {
        return jobs.get().watch().listen(tenant, TaskId.of(taskId).jobId(), job -> changed.run());
    }

    private Visit visit(Tenant tenant) {
        var context =
                new CallContext(tenant, localPaths, Duration.ZERO, ignored -> {}, new Cancellation(), Confirmer.NOBODY);
        return jobs.get().desk().welcome(context, null);
    }
}
