package io.minimaxmcp.tools.job.ledger;

import io.minimaxmcp.schemas.Json;
import io.minimaxmcp.schemas.Usd;
import io.minimaxmcp.tools.job.AdmissionRules;
import io.minimaxmcp.tools.job.Job;
import io.minimaxmcp.tools.job.JobIds;
import io.minimaxmcp.tools.job.JobStage;
import io.minimaxmcp.tools.job.Order;
import io.minimaxmcp.tools.job.Output;
import io.minimaxmcp.tools.job.Sight;
import io.minimaxmcp.tools.job.Told;
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
    private static final Estimate ESTIMATE = new Estimate(PRICE, "one video");

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

    Job unpriced() {
        String id = ids.next();
        Order order = order(Estimate.unknown("nobody says"));
        return Job.asked(id, Tenant.LOCAL, null, "unlike " + id, order, clock.instant(), false);
    }

    Job ofKind(String kind) {
        String id = ids.next();
        return Job.asked(id, Tenant.LOCAL, null, "unlike " + id, order(kind, ESTIMATE), clock.instant(), false);
    }

    Job job(Tenant tenant, @Nullable String requestId, @Nullable String fingerprint, boolean sandbox) {
        String id = ids.next();
        String digest = fingerprint == null ? "unlike " + id : fingerprint;
        return Job.asked(id, tenant, requestId, digest, order(ESTIMATE), clock.instant(), sandbox);
    }

    private static Order order(Estimate estimate) {
        return order("video", estimate);
    }

    private static Order order(String kind, Estimate estimate) {
        var request = Json.MAPPER.createObjectNode().put("prompt", "a lighthouse in the \"storm\" \u2013 \uD83C\uDF0A");
        return new Order(
                "generate_video", kind, "hailuo", "MiniMax-Hailuo-2.3", request, estimate, null, "a light", null);
    }

    /** The same job further on. */
    Job at(Job job, JobStage stage) {
        return switch (stage) {
            case QUEUED -> job.notTaken(clock.instant());
            case SENDING -> job.sending(clock.instant());
            case RUNNING -> job.running(new Sight.Underway("424010985738629", "Queueing", "t1"), clock.instant());
            case COLLECTING -> job.done(new Sight.Done(List.of(Output.file("12", "mp4")), null, null), clock.instant());
            case SUCCEEDED -> job.collected(List.of(), clock.instant());
            case UNKNOWN, FAILED -> ended(job, stage, Charged.UNKNOWN);
            case CANCELLED -> ended(job, stage, Charged.NO);
        };
    }

    /** Done by MiniMax, which told what it bills. */
    Job billed(Job job, Usd amount) {
        Sight.Done seen = new Sight.Done(List.of(Output.file("12", "mp3")), null, null);
        return job.done(seen.telling(new Told(null, null, null, amount)), clock.instant());
    }

    Job ended(Job job, JobStage end, Charged charged) {
        Failure why =
                Failure.of(ErrorKind.UPSTREAM, "It came to nothing.", "Look.").charged(charged);
        return job.ended(end, why, clock.instant());
    }

    Job failed(Job job, Charged charged) {
        return ended(job, JobStage.FAILED, charged);
    }
}
