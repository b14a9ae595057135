package io.minimaxmcp.tools.job;

import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.tool.ToolException;
import io.minimaxmcp.tools.upstream.Answer;
import io.minimaxmcp.tools.upstream.AttemptListener;
import io.minimaxmcp.tools.upstream.Endpoint;
import io.minimaxmcp.tools.upstream.MiniMaxClient;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A source whose one request is also answered with the result: there is nothing to ask about or to withdraw. */
public final class OneShotSource implements JobSource {
    private final MiniMaxClient client;
    private final OneShot kind;

    public OneShotSource(MiniMaxClient client, OneShot kind) {
        this.client = client;
        this.kind = kind;
    }

    @Override
    public String name() {
        return kind.name();
    }

    @Override
    public Endpoint endpoint(Order order) {
        return kind.endpoint(order);
    }

    @Override
    public CompletionStage<Sight> send(Job job, AttemptListener listener) {
        return Stages.from(() -> kind.request(job))
                .thenCompose(call -> client.call(job.tenant(), call, listener))
                .exceptionallyCompose(thrown -> explained(job, thrown))
                .thenCompose(answer -> read(job, answer));
    }

    private CompletionStage<Answer> explained(Job job, Throwable thrown) {
        ToolException refused = ToolException.in(thrown);
        return refused == null
                ? CompletableFuture.failedFuture(thrown)
                : kind.explained(job, refused.failure()).thenCompose(ToolException::failed);
    }

    /** What was paid for is not given up because a disk is full: it can be read as often as it takes. */
    private CompletionStage<Sight> read(Job job, Answer answer) {
        return Stages.from(() -> kind.read(job, answer)).exceptionallyCompose(thrown -> {
            ToolException told = ToolException.in(thrown);
            boolean mayPass = told != null
                    && (told.failure().kind() == ErrorKind.UNAVAILABLE
                            || told.failure().kind() == ErrorKind.PATH);
            return mayPass
                    ? Stages.of(new Sight.Unkept(() -> read(job, answer), thrown))
                    : CompletableFuture.failedFuture(told == null ? thrown : traced(told, answer));
        });
    }

    /** Whoever asks MiniMax about it needs its trace id. */
    private static ToolException traced(ToolException told, Answer answer) {
        Failure failure = told.failure();
        return failure.traceId() == null
                ? new ToolException(failure.fromUpstream(failure.upstreamCode(), answer.traceId()), told)
                : told;
    }

    @Override
    public CompletionStage<Sight> look(Job job) {
        return ToolException.failed(Failure.of(
                        ErrorKind.NOT_FOUND,
                        "MiniMax keeps no task of this job to ask about.",
                        "Look at the MiniMax console for what was billed.")
                .ofJob(job.id()));
    }

    /** The link that came with the answer: MiniMax gives no second one. */
    @Override
    public CompletionStage<String> link(Job job, Output output) {
        String url = output.url();
        return url != null
                ? Stages.of(url)
                : CompletableFuture.failedFuture(new IllegalArgumentException("not a link: " + output));
    }

    @Override
    public CompletionStage<Withdrawal> withdraw(Job job) {
        return Stages.of(Withdrawal.NOT_POSSIBLE);
    }

    @Override
    public CompletionStage<@Nullable Sight> reconcile(Job job) {
        return kind.left(job);
    }
}
