package io.minimaxmcp.tools.capability;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.ModelCatalog;
import io.minimaxmcp.schemas.SchemaCatalog;
import io.minimaxmcp.tools.capability.account.Installation;
import io.minimaxmcp.tools.job.EarlierResults;
import io.minimaxmcp.tools.job.JobLedger;
import io.minimaxmcp.tools.job.JobParts;
import io.minimaxmcp.tools.job.JobSettings;
import io.minimaxmcp.tools.job.JobSource;
import io.minimaxmcp.tools.job.Jobs;
import io.minimaxmcp.tools.job.Outputs;
import io.minimaxmcp.tools.job.SavedResults;
import io.minimaxmcp.tools.job.ThreadTimer;
import io.minimaxmcp.tools.job.ledger.LedgerFile;
import io.minimaxmcp.tools.job.ledger.SqliteLedger;
import io.minimaxmcp.tools.media.Bundles;
import io.minimaxmcp.tools.media.Collector;
import io.minimaxmcp.tools.media.FileWork;
import io.minimaxmcp.tools.media.InputPaths;
import io.minimaxmcp.tools.media.InputStore;
import io.minimaxmcp.tools.media.Inputs;
import io.minimaxmcp.tools.media.Links;
import io.minimaxmcp.tools.media.MediaBodies;
import io.minimaxmcp.tools.media.MediaFolders;
import io.minimaxmcp.tools.media.MediaReader;
import io.minimaxmcp.tools.media.MediaStore;
import io.minimaxmcp.tools.media.Previews;
import io.minimaxmcp.tools.media.ResultMode;
import io.minimaxmcp.tools.media.Spool;
import io.minimaxmcp.tools.preflight.ModelChoice;
import io.minimaxmcp.tools.spend.Budget;
import io.minimaxmcp.tools.spend.PriceList;
import io.minimaxmcp.tools.tool.CallContext;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.InputBinder;
import io.minimaxmcp.tools.tool.ToolException;
import io.minimaxmcp.tools.tool.ToolResult;
import io.minimaxmcp.tools.tool.Toolbox;
import io.minimaxmcp.tools.upstream.Accounts;
import io.minimaxmcp.tools.upstream.ClosedProducts;
import io.minimaxmcp.tools.upstream.Dialect;
import io.minimaxmcp.tools.upstream.Hosts;
import io.minimaxmcp.tools.upstream.Lane;
import io.minimaxmcp.tools.upstream.MiniMaxClient;
import io.minimaxmcp.tools.upstream.Patience;
import io.minimaxmcp.tools.upstream.Secret;
import io.minimaxmcp.tools.upstream.UpstreamConfig;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All tools as the server puts them together, in a folder of their own and against a host on this machine. */
final class Workbench implements AutoCloseable {
    static final String KEY = "sk-api-of-a-test-000000000000";
    private static final int WIDE = 60_000;

    /**
     * What a bench can be made with.
     *
     * @param anyModel whether models that the catalogue does not know are passed on
     */
    record Setup(
            Dialect dialect,
            ModelCatalog catalog,
            boolean anyModel,
            Budget budget,
            Patience patience,
            ResultMode results) {
        static final Setup USUAL =
                new Setup(Dialect.PLATFORM, ModelCatalog.load(), false, Budget.NONE, Patience.QUICK, ResultMode.FILE);

        Setup with(Dialect other) {
            return new Setup(other, catalog, anyModel, budget, patience, results);
        }

        Setup with(ModelCatalog other) {
            return new Setup(dialect, other, anyModel, budget, patience, results);
        }

        Setup with(Budget other) {
            return new Setup(dialect, catalog, anyModel, other, patience, results);
        }

        Setup with(Patience other) {
            return new Setup(dialect, catalog, anyModel, budget, other, results);
        }

        /** Results stay where MiniMax has them. */
        Setup onlyLinks() {
            return new Setup(dialect, catalog, anyModel, budget, patience, ResultMode.URL);
        }

        Setup withAnyModel() {
            return new Setup(dialect, catalog, true, budget, patience, results);
        }
    }

    final Path output;
    final Jobs jobs;
    private final ExecutorService workers = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "bench");
        thread.setDaemon(true);
        return thread;
    });
    private final Setup setup;
    private final Accounts accounts = new Accounts(new Secret(KEY));
    private final ClosedProducts closed = new ClosedProducts(accounts, null, Clock.systemUTC());
    private final MiniMaxClient client;
    private final InputBinder binder = new InputBinder();
    private final Toolbox paidTools;
    private final Toolbox toolbox;
    private final Kit kit;

    Workbench(Path folder, URI host, Setup setup) {
        this.setup = setup;
        this.output = folder.resolve("output");
        Clock clock = Clock.systemUTC();
        FileWork files = new FileWork(workers);
        MediaFolders folders = new MediaFolders(output, folder.resolve("data"));
        InputStore kept = new InputStore(folders, clock);
        Spool spool = new Spool(folders, files);
        MediaBodies bodies = new MediaBodies(kept, files);
        this.client = client(host);
        Links links = new Links(client::download, kept, spool, files);
        JobSettings settings = JobSettings.standard().withPollEvery(Duration.ofMillis(20));
        JobLedger ledger =
                new SqliteLedger(LedgerFile.in(folder.resolve("data")), false, settings.lease(), clock, workers);
        List<JobSource> sources = Capabilities.sources(new SourceKit(
                client,
                closed,
                bodies,
                new Outputs(spool, new Bundles(links, spool, files)),
                setup.dialect(),
                new PriceList(setup.catalog()),
                ledger,
                clock));
        MediaReader media =
                new MediaReader(new EarlierResults(ledger, sources), links, files, MediaReader.USUAL_MAX_BYTES);
        Collector collector = new Collector(new MediaStore(folders, files, 1), spool, links, files, setup.results());
        this.jobs = new Jobs(new JobParts(
                ledger,
                sources,
                new SavedResults(collector),
                new Previews(files)::of,
                setup.budget(),
                settings,
                new ThreadTimer(),
                workers,
                clock,
                new SecureRandom()));
        Path inputs = folder.resolve("inputs");
        this.paidTools = toolbox(Entry::paid);
        this.toolbox = toolbox(entry -> true);
        this.kit = new Kit(
                new Installation(
                        "test",
                        false,
                        host.toString(),
                        output,
                        folder.resolve("data"),
                        List.of(inputs),
                        setup.budget().day(),
                        setup.catalog().asOf()),
                setup.catalog(),
                new ModelChoice(setup.catalog(), setup.anyModel()),
                new PriceList(setup.catalog()),
                setup.dialect(),
                client,
                closed,
                new Inputs(new InputPaths(List.of(inputs, output), inputs, folder), kept, media, links, files),
                ledger,
                jobs.desk(),
                () -> paidTools,
                clock);
    }

    private MiniMaxClient client(URI host) {
        Map<Lane, Integer> rates = Stream.of(Lane.values()).collect(Collectors.toMap(lane -> lane, lane -> WIDE));
        UpstreamConfig config = new UpstreamConfig(Hosts.only(host), rates, setup.patience());
        return new MiniMaxClient(() -> CompletableFuture.completedFuture(config), accounts, closed, workers);
    }

    private Toolbox toolbox(Predicate<Entry> wanted) {
        List<Entry> entries = Capabilities.ALL.stream().filter(wanted).toList();
        SchemaCatalog current =
                SchemaCatalog.load(entries.stream().map(Entry::tool).toList()).withCatalog(setup.catalog());
        SchemaCatalog documents = setup.anyModel() ? current.withAnyModel() : current;
        return new Toolbox(
                entries.stream()
                        .map(entry -> new Toolbox.Tool(
                                documents.tool(entry.tool()), () -> entry.make().apply(kit)))
                        .toList(),
                binder);
    }

    Kit kit() {
        return kit;
    }

    Toolbox toolbox() {
        return toolbox;
    }

    /** A local caller who waits until the job is done. */
    static CallContext patient() {
        return CallContext.local(Duration.ofMinutes(2));
    }

    CompletableFuture<ToolResult> calling(String tool, ObjectNode arguments, CallContext context) {
        return toolbox.call(tool, arguments, context).toCompletableFuture();
    }

    ToolResult call(String tool, ObjectNode arguments, CallContext context) {
        try {
            return calling(tool, arguments, context).get(90, TimeUnit.SECONDS);
        } catch (ExecutionException | InterruptedException | TimeoutException e) {
            throw new AssertionError(tool + " was to succeed", e);
        }
    }

    Failure failure(String tool, ObjectNode arguments, CallContext context) {
        try {
            ToolResult result = calling(tool, arguments, context).get(90, TimeUnit.SECONDS);
            throw new AssertionError(tool + " was to fail, not to answer " + result);
        } catch (ExecutionException e) {
            ToolException known = ToolException.in(e);
            if (known == null) {
                throw new AssertionError("not a ToolException", e);
            }
            return known.failure();
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(tool + " was to fail in time", e);
        }
    }

    @Override
    public void close() {
        jobs.close();
        client.close();
        workers.shutdownNow();
    }
}
