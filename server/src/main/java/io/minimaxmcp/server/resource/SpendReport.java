package io.minimaxmcp.server.resource;

import io.minimaxmcp.schemas.Usd;
import io.minimaxmcp.tools.job.Job;
import io.minimaxmcp.tools.job.JobLedger;
import io.minimaxmcp.tools.job.JobQuery;
import io.minimaxmcp.tools.job.Spending;
import io.minimaxmcp.tools.tool.Charged;
import io.minimaxmcp.tools.tool.Tenant;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * {@code minimax://spend}: what was spent, by list prices.
 *
 * @param dayLimitUsd null for no limit
 */
public record SpendReport(
        Spending today, Spending month, @Nullable Usd dayLimitUsd, List<LastCall> lastCalls) {
    private static final int LAST = 20;

    /**
     * One paid call.
     *
     * @param charged what is known of a call that came to nothing
     */
    public record LastCall(
            String jobId,
            String tool,
            @Nullable String model,
            String status,
            Instant createdAt,
            @Nullable Usd estimatedUsd,
            @Nullable Charged charged) {

        static LastCall of(Job job) {
            return new LastCall(
                    job.id(),
                    job.order().tool(),
                    job.order().model(),
                    job.stage().status(),
                    job.createdAt(),
                    job.order().estimate().amount(),
                    job.failure() == null ? null : job.failure().charged());
        }
    }

    /** Reads the ledger; days and months are those of UTC. */
    public static CompletionStage<SpendReport> of(
            JobLedger ledger, Tenant tenant, @Nullable Usd dayLimit, Clock clock) {
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        Instant day = today.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant month = today.withDayOfMonth(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return ledger.spending(tenant, day)
                .thenCompose(ofDay -> ledger.spending(tenant, month)
                        .thenCompose(ofMonth -> ledger.list(tenant, new JobQuery(null, null, LAST, null))
                                .thenApply(jobs -> new SpendReport(
                                        ofDay,
                                        ofMonth,
                                        dayLimit,
                                        jobs.stream().map(LastCall::of).toList()))));
    }
}
