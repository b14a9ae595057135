package io.minimaxmcp.tools.job.ledger;

import io.minimaxmcp.schemas.Json;
import io.minimaxmcp.schemas.Usd;
import io.minimaxmcp.tools.job.AdmissionRules;
import io.minimaxmcp.tools.job.Job;
import io.minimaxmcp.tools.job.JobIds;
import io.minimaxmcp.tools.job.JobStage;
import io.minimaxmcp.tools.job.Order;
import io.minimaxmcp.tools.spend.Estimate;
import io.minimaxmcp.tools.tool.Charged;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.Tenant;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Jobs for tests: videos of $0.28. */
final class SampleJobs {
    static final AdmissionRules NO_RULES = new AdmissionRules(Duration.ofMinutes(10), null, null);
    static final Usd PRICE = Usd.of("0.28");

    private final Clock clock;
    private final JobIds ids;

    SampleJobs(Clock clock) {
        this.clock = clock;
        this.ids = new JobIds(clock, new SecureRandom());
    }

    /** A job like no other. */
    Job job() {
        return job(Tenant.LOCAL, null, null, false);
    }

    Job alike(String fingerprint) {
        return job(Tenant.LOCAL, null, fingerprint, false);
    }

    Job named(String requestId) {
        return job(Tenant.LOCAL, requestId, null, false);
    }

    Job of(Tenant tenant) {
        return job(tenant, null, null, false);
    }

    Job job(Tenant tenant, @Nullable String requestId, @Nullable String fingerprint, boolean sandbox) {
        String id = ids.next();
        return new Job(
                id,
                0,
                tenant,
                requestId,
                fingerprint == null ? "unlike " + id : fingerprint,
                order(new Estimate(PRICE, "one video")),
                JobStage.QUEUED,
                clock.instant(),
                clock.instant(),
                sandbox,
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                null);
    }

    Job unpriced() {
        Job job = job();
        return with(job, order(Estimate.unknown("nobody says")), job.stage(), null);
    }

    private static Order order(Estimate estimate) {
        var request = Json.MAPPER.createObjectNode().put("prompt", "a lighthouse in the \"storm\" \u2013 \uD83C\uDF0A");
        return new Order(
                "generate_video", "video", "hailuo", "MiniMax-Hailuo-2.3", request, estimate, null, "a light", null);
    }

    /** The same job further on. */
    Job at(Job job, JobStage stage) {
        return with(job, job.order(), stage, null);
    }

    Job failed(Job job, Charged charged) {
        Failure failure =
                Failure.of(ErrorKind.RATE_LIMITED, "Too many.", "Wait.").charged(charged);
        return with(job, job.order(), JobStage.FAILED, failure);
    }

    private Job with(Job job, Order order, JobStage stage, @Nullable Failure failure) {
        return new Job(
                job.id(),
                job.version(),
                job.tenant(),
                job.requestId(),
                job.fingerprint(),
                order,
                stage,
                job.createdAt(),
                clock.instant(),
                job.sandbox(),
                stage == JobStage.RUNNING ? "424010985738629" : job.taskId(),
                job.traceId(),
                job.upstreamState(),
                job.outputs(),
                job.artifacts(),
                job.voice(),
                failure);
    }
}
