package io.minimaxmcp.tools.job;

/** Counts a change of a job, as ledgers do. */
final class JobVersions {
    private JobVersions() {}

    static Job next(Job job) {
        return new Job(
                job.id(),
                job.version() + 1,
                job.tenant(),
                job.requestId(),
                job.fingerprint(),
                job.order(),
                job.stage(),
                job.createdAt(),
                job.updatedAt(),
                job.sandbox(),
                job.taskId(),
                job.traceId(),
                job.upstreamState(),
                job.outputs(),
                job.artifacts(),
                job.voice(),
                job.failure());
    }
}
