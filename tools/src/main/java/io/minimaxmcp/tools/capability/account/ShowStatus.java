package io.minimaxmcp.tools.capability.account;

import io.minimaxmcp.tools.job.JobLedger;
import io.minimaxmcp.tools.tool.CallContext;
import io.minimaxmcp.tools.tool.Capability;
import io.minimaxmcp.tools.tool.Tenant;
import io.minimaxmcp.tools.tool.ToolException;
import io.minimaxmcp.tools.tool.ToolResult;
import io.minimaxmcp.tools.upstream.MiniMaxClient;
import io.minimaxmcp.tools.upstream.UpstreamStatus;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** {@code status}: how key, host, folders, lanes and budget stand. Never the key itself. */
public final class ShowStatus implements Capability<ShowStatus.Input> {
    private final Installation installation;
    private final MiniMaxClient client;
    private final JobLedger ledger;
    private final AccountBalance balance;
    private final Clock clock;

    public ShowStatus(Installation installation, MiniMaxClient client, JobLedger ledger, Clock clock) {
        this.installation = installation;
        this.client = client;
        this.ledger = ledger;
        this.balance = new AccountBalance(client);
        this.clock = clock;
    }

    /** No arguments. */
    public record Input() {}

    @Override
    public String tool() {
        return "status";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    /** A key that is missing or refused is part of the answer, not a failure of it. */
    @Override
    public CompletionStage<ToolResult> call(Input input, CallContext context) {
        Tenant tenant = context.tenant();
        Instant today = clock.instant().truncatedTo(ChronoUnit.DAYS);
        return client.verify(tenant)
                .thenCompose(verdict -> client.status(tenant))
                .thenCompose(status -> balance.of(tenant, status).thenApply(left -> new Seen(status, left)))
                .handle((seen, thrown) ->
                        thrown == null ? new Upstream(Optional.of(seen), "") : Upstream.broken(thrown))
                .thenCombine(
                        ledger.spending(tenant, today),
                        (upstream, spent) -> upstream.seen()
                                .map(seen -> StatusReport.of(
                                        installation, seen.status(), seen.balance(), spent, context.localPaths()))
                                .orElseGet(() -> StatusReport.without(
                                        installation, upstream.problem(), spent, context.localPaths())))
                .thenApply(report -> ToolResult.of(report, report.sentence()));
    }

    private record Seen(UpstreamStatus status, Optional<String> balance) {}

    private record Upstream(Optional<Seen> seen, String problem) {
        static Upstream broken(Throwable thrown) {
            ToolException known = ToolException.in(thrown);
            if (known == null) {
                throw new java.util.concurrent.CompletionException(thrown);
            }
            return new Upstream(
                    Optional.empty(),
                    known.failure().message() + " " + known.failure().nextStep());
        }
    }
}
