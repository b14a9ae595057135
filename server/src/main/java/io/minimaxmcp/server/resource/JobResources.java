package io.minimaxmcp.server.resource;

import io.minimaxmcp.server.mcp.ResourceBody;
import io.minimaxmcp.server.mcp.ResourceEntry;
import io.minimaxmcp.server.mcp.ResourceSource;
import io.minimaxmcp.server.mcp.ResourceTemplate;
import io.minimaxmcp.tools.job.Job;
import io.minimaxmcp.tools.job.JobLedger;
import io.minimaxmcp.tools.job.JobQuery;
import io.minimaxmcp.tools.job.Jobs;
import io.minimaxmcp.tools.tool.Tenant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** {@code minimax://jobs/{job_id}}: a job as {@code get_job} shows it, with its changes. */
public final class JobResources implements ResourceSource {
    private static final int LISTED = 20;
    private static final int COMPLETED = 500;
    private static final ResourceTemplate TEMPLATE = new ResourceTemplate(
            "minimax://jobs/",
            "job_id",
            "job",
            "Job",
            "A paid request and what became of it; subscribe to see it change",
            "application/json");

    private final Supplier<Jobs> jobs;
    private final Supplier<JobLedger> ledger;
    private final boolean localPaths;

    /**
     * @param localPaths whether whoever reads is on this machine, and may see where files are
     */
    public JobResources(Supplier<Jobs> jobs, Supplier<JobLedger> ledger, boolean localPaths) {
        this.jobs = jobs;
        this.ledger = ledger;
        this.localPaths = localPaths;
    }

    @Override
    public Optional<ResourceTemplate> template() {
        return Optional.of(TEMPLATE);
    }

    @Override
    public CompletionStage<List<ResourceEntry>> list(Tenant tenant) {
        return newest(tenant, LISTED)
                .thenApply(found -> found.stream().map(JobResources::entry).toList());
    }

    @Override
    public CompletionStage<Optional<ResourceBody>> read(Tenant tenant, String uri) {
        return TEMPLATE.idIn(uri)
                .map(id -> jobs.get()
                        .desk()
                        .view(tenant, id, localPaths)
                        .thenApply(found -> found.map(ResourceBody::json)))
                .orElseGet(() -> java.util.concurrent.CompletableFuture.completedFuture(Optional.empty()));
    }

    @Override
    public CompletionStage<List<String>> complete(Tenant tenant, String prefix) {
        return newest(tenant, COMPLETED)
                .thenApply(found -> found.stream()
                        .map(Job::id)
                        .filter(id -> id.startsWith(prefix))
                        .toList());
    }

    @Override
    public Optional<AutoCloseable> watch(Tenant tenant, String uri, Runnable changed) {
        return TEMPLATE.idIn(uri).map(id -> jobs.get().watch().listen(tenant, id, job -> changed.run()));
    }

    /** Jobs are listed with their status, so each change of a job is a change of the list. */
    @Override
    public Optional<AutoCloseable> watchList(Tenant tenant, Runnable changed) {
        return Optional.of(jobs.get().watch().listen(tenant, null, job -> changed.run()));
    }

    private CompletionStage<List<Job>> newest(Tenant tenant, int most) {
        return ledger.get().list(tenant, new JobQuery(null, null, most, null));
    }

    private static ResourceEntry entry(Job job) {
        String title = job.order().kind() + " " + job.stage().status();
        return new ResourceEntry(TEMPLATE.uri(job.id()), job.id(), title, null, "application/json", null);
    }
}
