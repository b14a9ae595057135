package io.minimaxmcp.server;

import io.minimaxmcp.schemas.ModelCatalog;
import io.minimaxmcp.server.config.ServerConfig;
import io.minimaxmcp.tools.capability.Capabilities;
import io.minimaxmcp.tools.capability.Kit;
import io.minimaxmcp.tools.capability.SourceKit;
import io.minimaxmcp.tools.capability.account.Installation;
import io.minimaxmcp.tools.job.EarlierResults;
import io.minimaxmcp.tools.job.JobLedger;
import io.minimaxmcp.tools.job.JobParts;
import io.minimaxmcp.tools.job.JobQuery;
import io.minimaxmcp.tools.job.JobSettings;
import io.minimaxmcp.tools.job.JobSource;
import io.minimaxmcp.tools.job.Jobs;
import io.minimaxmcp.tools.job.Outputs;
import io.minimaxmcp.tools.job.SavedResults;
import io.minimaxmcp.tools.job.ThreadTimer;
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
import io.minimaxmcp.tools.media.Sweep;
import io.minimaxmcp.tools.preflight.ModelChoice;
import io.minimaxmcp.tools.spend.PriceList;
import io.minimaxmcp.tools.tool.Tenant;
import io.minimaxmcp.tools.tool.Toolbox;
import io.minimaxmcp.tools.upstream.ClosedProducts;
import io.minimaxmcp.tools.upstream.Lane;
import io.minimaxmcp.tools.upstream.MiniMaxClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Everything that calls need and {@code tools/list} does not: made with the first call, ended with the process. */
final class Workshop {
    private static final long MIN_FREE_BYTES = 50_000_000;
    private final Workers workers;
    private final MiniMax minimax;
    private final JobLedger ledger;
    private final Jobs jobs;
    private final MediaReader media;
    private final MediaStore store;
    private final Kit kit;

    /**
     * @param stay how long the process means to be there
     */
    Workshop(
            ServerConfig config,
            Stay stay,
            ResultMode mode,
            ModelCatalog catalog,
            Workers workers,
            MiniMax minimax,
            ClosedProducts closed,
            Supplier<Toolbox> paidTools,
            Hooks hooks) {
        Clock clock = Clock.systemUTC();
        this.workers = workers;
        this.minimax = minimax;
        FileWork files = new FileWork(workers.files());
        MediaFolders folders = new MediaFolders(config.outputDir(), config.dataDir());
        InputStore kept = new InputStore(folders, clock);
        Spool spool = new Spool(folders, files);
        MediaBodies bodies = new MediaBodies(kept, files);
        MiniMaxClient client = minimax.client();
        Links links = new Links(client::download, kept, spool, files);
        JobSettings settings = settings(config, stay);
        this.ledger = LedgerHomes.of(config, settings.lease(), clock, workers.calls(), minimax);
        PriceList prices = new PriceList(catalog);
        List<JobSource> sources = Capabilities.sources(new SourceKit(
                client,
                closed,
                bodies,
                new Outputs(spool, new Bundles(links, spool, files)),
                config.dialect(),
                prices,
                ledger,
                clock));
        this.media = new MediaReader(new EarlierResults(ledger, sources), links, files, MediaReader.USUAL_MAX_BYTES);
        this.store = new MediaStore(folders, files, MIN_FREE_BYTES);
        Collector collector = new Collector(store, spool, links, files, mode);
        this.jobs = new Jobs(new JobParts(
                ledger,
                sources,
                new SavedResults(collector),
                new Previews(files)::of,
                config.budget(),
                minimax.caps(),
                settings,
                new ThreadTimer(),
                workers.calls(),
                clock,
                new SecureRandom(),
                minimax::pays,
                hooks.link()));
        jobs.watch().listenToAll(hooks.changed());
        InputPaths paths = new InputPaths(config.inputDirs(), config.outputDir(), config.home());
        this.kit = new Kit(
                installation(config, catalog),
                catalog,
                new ModelChoice(catalog, config.anyModel()),
                prices,
                config.dialect(),
                client,
                closed,
                new Inputs(paths, kept, media, links, files),
                ledger,
                jobs.desk(),
                paidTools,
                clock);
        if (LedgerHomes.mayHoldJobs(config)) {
            jobs.start();
        }
        new Sweep(folders, clock, files).run();
    }

    private static JobSettings settings(ServerConfig config, Stay stay) {
        JobSettings usual = (config.sandbox() ? JobSettings.inSandbox() : JobSettings.standard())
                .withPollEvery(config.poll())
                .withRetention(config.keep());
        return switch (stay) {
            case FOR_ONE_CALL -> usual.forOneCall();
            case FOR_A_CLIENT -> usual;
            case FOR_MONTHS -> usual.neverIdle();
        };
    }

    private static Installation installation(ServerConfig config, ModelCatalog catalog) {
        return new Installation(
                Version.number(),
                config.sandbox(),
                config.apiHost().orElse(config.hostGlobal()).toString(),
                config.outputDir(),
                config.dataDir(),
                config.inputDirs(),
                config.budget().day(),
                catalog.asOf());
    }

    Kit kit() {
        return kit;
    }

    Jobs jobs() {
        return jobs;
    }

    JobLedger ledger() {
        return ledger;
    }

    /** Fails where no job could be written down or no result saved. */
    CompletionStage<Void> ready() {
        return ledger.list(Tenant.LOCAL, new JobQuery(null, null, 1, null))
                .thenCompose(jobs -> store.ready(Tenant.LOCAL, null));
    }

    Map<Lane, Integer> waiting() {
        return minimax.client().waiting();
    }

    MediaReader media() {
        return media;
    }

    /**
     * Sends nothing more, waits for answers on their way, and leaves all jobs to the ledger.
     *
     * @param longest how long answers are waited for; what is answered later is lost, though it was paid for
     */
    void close(Duration longest) {
        jobs.drain()
                .toCompletableFuture()
                .copy()
                .completeOnTimeout(null, longest.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        jobs.close();
        minimax.close();
        workers.close();
    }
}
