package io.minimaxmcp.tools.upstream;

import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.Tenant;
import io.minimaxmcp.tools.tool.ToolException;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The way to MiniMax. Nothing is started before the first call. No method throws or blocks; stages fail with a {@code ToolException},
 * or with a bug of ours, and complete on the workers.
 */
public final class MiniMaxClient implements AutoCloseable {
    private final Supplier<? extends CompletionStage<UpstreamConfig>> config;
    private final Accounts accounts;
    private final ClosedProducts closedProducts;
    private final Executor workers;
    private final Environment environment;
    private @Nullable CompletableFuture<Engine> engine;
    private boolean closed;

    /** One that keeps to itself what accounts turn out not to have. */
    public MiniMaxClient(
            Supplier<? extends CompletionStage<UpstreamConfig>> config, Accounts accounts, Executor workers) {
        this(config, accounts, workers, Environment.REAL);
    }

    MiniMaxClient(
            Supplier<? extends CompletionStage<UpstreamConfig>> config,
            Accounts accounts,
            Executor workers,
            Environment environment) {
        this(config, accounts, new ClosedProducts(accounts, null, InstantSource.system()), workers, environment);
    }

    /** One whose requests nobody counts. */
    public MiniMaxClient(
            Supplier<? extends CompletionStage<UpstreamConfig>> config,
            Accounts accounts,
            ClosedProducts closed,
            Executor workers) {
        this(config, accounts, closed, workers, Environment.REAL);
    }

    /**
     * @param config asked once, with the first call: the sandbox knows its host only when it runs
     * @param closed is told of what accounts turn out not to have
     * @param workers for names, files and large JSON; may block
     * @param told of each attempt, for whoever counts; cheap, never blocks, on any thread
     */
    public MiniMaxClient(
            Supplier<? extends CompletionStage<UpstreamConfig>> config,
            Accounts accounts,
            ClosedProducts closed,
            Executor workers,
            Consumer<AttemptReport> told) {
        this(config, accounts, closed, workers, Environment.REAL.telling(told));
    }

    MiniMaxClient(
            Supplier<? extends CompletionStage<UpstreamConfig>> config,
            Accounts accounts,
            ClosedProducts closed,
            Executor workers,
            Environment environment) {
        this.config = config;
        this.accounts = accounts;
        this.closedProducts = closed;
        this.workers = workers;
        this.environment = environment;
    }

    /** Like {@link #call(Tenant, Call, AttemptListener)} when nobody needs to know of the attempts. */
    public CompletionStage<Answer> call(Tenant tenant, Call call) {
        return call(tenant, call, AttemptListener.NONE);
    }

    /**
     * Makes a call with everything that belongs to it: the account's key and host, its lane, repeats where they are allowed. What is
     * paid for is sent twice only when the first attempt was provably not taken.
     */
    public CompletionStage<Answer> call(Tenant tenant, Call call, AttemptListener listener) {
        return edge(() -> {
            Account account = accounts.of(tenant);
            return engine().thenCompose(engine -> engine.call(tenant, account, call, listener))
                    .whenComplete((answer, thrown) -> {
                        if (answer != null || Transport.unwrap(thrown) instanceof Fault) {
                            closedProducts.heard(account, call.endpoint(), refusal(thrown));
                        }
                    });
        });
    }

    private static @Nullable CodeRow refusal(@Nullable Throwable thrown) {
        return thrown != null && Transport.unwrap(thrown) instanceof Fault fault ? fault.row() : null;
    }

    /** Fetches a file to disk, from the other side of a guard against addresses that are not public. */
    public CompletionStage<Download> download(DownloadRequest request) {
        return edge(() -> engine().thenCompose(engine -> engine.downloads().fetch(request)));
    }

    /** Whether the tenant is one of several in one account, of which none owns all. */
    public boolean sharesAccount(Tenant tenant) {
        return accounts.isShared(tenant);
    }

    /** How things stand, without asking MiniMax. */
    public CompletionStage<UpstreamStatus> status(Tenant tenant) {
        return edge(() -> {
            Account account = accounts.of(tenant);
            return engine().thenApply(engine -> new UpstreamStatus(
                    account.key().fingerprint(), engine.regions().verdict(account), engine.lanes(account)));
        });
    }

    /** Asks with a free call whether the key is accepted, and where; fails when MiniMax cannot be reached. */
    public CompletionStage<RegionVerdict> verify(Tenant tenant) {
        return edge(() -> {
            Account account = accounts.of(tenant);
            return engine().thenCompose(engine -> engine.probe(tenant, account).handle((answer, thrown) -> {
                RegionVerdict verdict = engine.regions().verdict(account);
                if (thrown == null || verdict.standing() == RegionVerdict.Standing.REJECTED) {
                    return verdict;
                }
                throw new CompletionException(thrown);
            }));
        });
    }

    /** How many requests wait in each lane just now, all accounts together; starts nothing. */
    public Map<Lane, Integer> waiting() {
        CompletableFuture<Engine> started;
        synchronized (this) {
            started = engine;
        }
        return started == null || !started.isDone() || started.isCompletedExceptionally()
                ? Map.of()
                : started.join().waiting();
    }

    private synchronized CompletionStage<Engine> engine() {
        if (closed) {
            return ToolException.failed(Failure.of(
                    ErrorKind.UNAVAILABLE,
                    "The server is shutting down, so nothing was sent.",
                    "Call again once it runs."));
        }
        if (engine == null || engine.isCompletedExceptionally()) {
            engine = config.get()
                    .thenApplyAsync(settings -> Engine.start(settings, workers, environment), workers)
                    .toCompletableFuture();
        }
        return engine;
    }

    /** Nothing of Vert.x or Failsafe gets past here, and nothing is thrown. */
    private static <T> CompletionStage<T> edge(Supplier<CompletionStage<T>> work) {
        CompletionStage<T> stage;
        try {
            stage = work.get();
        } catch (RuntimeException thrown) {
            return CompletableFuture.failedStage(thrown);
        }
        return stage.exceptionallyCompose(thrown -> {
            Throwable cause = Transport.unwrap(thrown);
            return CompletableFuture.failedStage(cause instanceof Fault fault ? fault.toToolException() : cause);
        });
    }

    /** Breaks off what is under way; the fate of paid calls that have left is then unknown. */
    @Override
    public void close() {
        CompletableFuture<Engine> started;
        synchronized (this) {
            closed = true;
            started = engine;
        }
        if (started != null) {
            started.thenAccept(Engine::close)
                    .exceptionally(neverStarted -> null)
                    .join();
        }
    }
}
