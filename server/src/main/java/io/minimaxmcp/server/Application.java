package io.minimaxmcp.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.Json;
import io.minimaxmcp.schemas.ModelCatalog;
import io.minimaxmcp.schemas.SchemaCatalog;
import io.minimaxmcp.schemas.ToolDefinition;
import io.minimaxmcp.server.config.BadSettingException;
import io.minimaxmcp.server.config.ServerConfig;
import io.minimaxmcp.server.mcp.BothEras;
import io.minimaxmcp.server.mcp.Completions;
import io.minimaxmcp.server.mcp.Features;
import io.minimaxmcp.server.mcp.Patience;
import io.minimaxmcp.server.mcp.Prompts;
import io.minimaxmcp.server.mcp.Resources;
import io.minimaxmcp.server.mcp.ServerIdentity;
import io.minimaxmcp.server.mcp.Tasks;
import io.minimaxmcp.server.mcp.ToolCalls;
import io.minimaxmcp.server.mcp.session.SessionServer;
import io.minimaxmcp.server.mcp.stateless.StatelessServer;
import io.minimaxmcp.server.rpc.Side;
import io.minimaxmcp.server.rpc.Wire;
import io.minimaxmcp.server.task.JobTasks;
import io.minimaxmcp.server.transport.http.HttpServer;
import io.minimaxmcp.server.transport.http.HttpSettings;
import io.minimaxmcp.server.transport.stdio.StandardStreams;
import io.minimaxmcp.server.transport.stdio.StdioConnection;
import io.minimaxmcp.server.transport.stdio.StdioLimits;
import io.minimaxmcp.tools.capability.Capabilities;
import io.minimaxmcp.tools.capability.Entry;
import io.minimaxmcp.tools.media.ResultMode;
import io.minimaxmcp.tools.tool.InputBinder;
import io.minimaxmcp.tools.tool.Tenant;
import io.minimaxmcp.tools.tool.Toolbox;
import io.minimaxmcp.tools.upstream.Accounts;
import io.minimaxmcp.tools.upstream.ClosedProducts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The one place where parts are made, each when it is first needed. */
public final class Application implements AutoCloseable {
    /** As long as MiniMax may take to answer: who has ended the process has not ended what it paid for. */
    private static final Duration NOBODY_WAITS = Duration.ofMinutes(12);
    /** Whoever tells a process to end kills it when it does not. */
    public static final Duration SOMEBODY_WAITS = Duration.ofSeconds(20);

    /** Later than assistants need to list the tools. */
    private static final int TAKE_UP_AFTER_S = 3;

    private static final String CATALOG = "MINIMAX_MCP_CATALOG";

    private final ServerConfig config;
    private final Workers workers = new Workers();
    private final Accounts accounts;
    private final Path closedFolder;
    private final Lazy<ClosedProducts> closed;
    private final InputBinder binder = new InputBinder();
    private final Lazy<ModelCatalog> catalog;
    private final Lazy<Workshop> workshop;
    private final Lazy<Toolbox> toolbox;
    private final Lazy<Toolbox> paidTools;
    private final Lazy<ToolCalls> toolCalls;
    private final AtomicBoolean ending = new AtomicBoolean();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile @Nullable Hooks hooks;
    private volatile @Nullable StdioConnection serving;

    /**
     * @param usualMode what becomes of results where no setting says it
     */
    public Application(ServerConfig config, Stay stay, ResultMode usualMode) {
        this.config = config;
        this.accounts = MiniMax.accounts(config);
        this.closedFolder = config.dataDir().resolve("closed");
        this.closed = new Lazy<>(
                () -> new ClosedProducts(accounts, config.sandbox() ? null : closedFolder, InstantSource.system()));
        this.catalog = new Lazy<>(() -> catalog(config));
        this.toolbox = new Lazy<>(() -> toolbox(this::isOffered));
        this.toolCalls = new Lazy<>(this::newToolCalls);
        this.paidTools = new Lazy<>(() -> toolbox(Entry::paid));
        this.workshop = new Lazy<>(() -> workshop(stay, config.resultMode().orElse(usualMode)));
    }

    private ToolCalls newToolCalls() {
        Hooks set = hooks;
        return new ToolCalls(toolbox(), new ClosedTools(closed, this::mayBeClosed), set == null ? null : set.called());
    }

    private Workshop workshop(Stay stay, ResultMode mode) {
        Hooks set = hooks;
        Hooks used = set == null ? Hooks.NONE : set;
        MiniMax minimax = new MiniMax(config, catalog.get(), accounts, closed.get(), workers.calls(), used.attempted());
        return new Workshop(config, stay, mode, catalog.get(), workers, minimax, closed.get(), paidTools, used);
    }

    /** The tools that the settings offer. */
    public Toolbox toolbox() {
        return toolbox.get();
    }

    /** Serves one client over these streams; blocks until it is gone. */
    public void serveStdio(StandardStreams streams) {
        // What the settings break must break the start, not the first message.
        toolCalls.get();
        try (StdioConnection connection = new StdioConnection(streams, StdioLimits.DEFAULT, this::bothEras)) {
            serving = connection;
            takeUpSoon();
            connection.serve();
        }
    }

    /** Whichever era the client does not speak is not even loaded. */
    private Side bothEras(Wire wire) {
        return new BothEras(era -> switch (era) {
            case SESSION -> sessions(true).connect(Tenant.LOCAL, true, wire);
            case STATELESS -> stateless(true).connect(Tenant.LOCAL, true, wire);
        });
    }

    /** What earlier processes left unfinished goes on without being asked for, once the client has what it wants first. */
    private void takeUpSoon() {
        CompletableFuture.delayedExecutor(TAKE_UP_AFTER_S, TimeUnit.SECONDS, workers.calls())
                .execute(this::takeUp);
    }

    private void takeUp() {
        if (LedgerHomes.mayHoldJobs(config)) {
            workshop.get();
        }
    }

    /** Begins to serve whoever comes by HTTP. The server is to be closed before this application. */
    public HttpServer startHttp(HttpSettings settings) throws IOException {
        HttpService service = new HttpService(config, accounts, workshop, workers);
        hooks = service.hooks();
        SessionServer sessions = sessions(false);
        StatelessServer stateless = stateless(false);
        DiscreetWire.Folders unspoken = DiscreetWire.Folders.of(config);
        HttpServer server = service.start(
                settings,
                (tenant, wire) -> sessions.connect(tenant, false, new DiscreetWire(wire, unspoken)),
                (tenant, wire) -> stateless.connect(tenant, false, new DiscreetWire(wire, unspoken)));
        workers.calls().execute(this::takeUp);
        return server;
    }

    /**
     * @param localPaths whether clients are on this machine, so that paths mean something to them
     */
    private SessionServer sessions(boolean localPaths) {
        return new SessionServer(features(localPaths), workers.calls());
    }

    /**
     * @param localPaths whether clients are on this machine, so that paths mean something to them
     */
    private StatelessServer stateless(boolean localPaths) {
        return StatelessServer.of(features(localPaths), workers.calls());
    }

    private Features features(boolean localPaths) {
        Resources resources = new Resources(Shelf.of(config, catalog, workshop, localPaths));
        PromptShelf shelf = new PromptShelf(toolbox(), workshop);
        Prompts prompts = shelf.prompts();
        return new Features(
                new ServerIdentity("minimax-mcp", "MiniMax", Version.number()),
                toolCalls.get(),
                resources,
                prompts,
                new Completions(resources, prompts, shelf),
                tasks(localPaths),
                new Patience(config.longestWait().orElse(null)));
    }

    private Tasks tasks(boolean localPaths) {
        Set<String> paid =
                Capabilities.ALL.stream().filter(Entry::paid).map(Entry::tool).collect(Collectors.toSet());
        return new JobTasks(
                paid, () -> workshop.get().jobs(), () -> workshop.get().ledger(), localPaths);
    }

    private Toolbox toolbox(Predicate<Entry> wanted) {
        List<Entry> entries = Capabilities.ALL.stream().filter(wanted).toList();
        SchemaCatalog documents =
                SchemaCatalog.load(entries.stream().map(Entry::tool).toList());
        SchemaCatalog current = config.catalog().isPresent() ? documents.withCatalog(catalog.get()) : documents;
        SchemaCatalog offered = config.anyModel() ? current.withAnyModel() : current;
        List<Toolbox.Tool> tools = entries.stream()
                .map(entry -> new Toolbox.Tool(
                        offered.tool(entry.tool()),
                        () -> entry.make().apply(workshop.get().kit())))
                .filter(tool -> !config.readOnly() || entryIsFree(tool.definition()))
                .toList();
        return new Toolbox(tools, binder);
    }

    /** Whether products can be closed to an account as far as is known here. */
    private boolean mayBeClosed() {
        return closed.ifMade().isPresent() || (!config.sandbox() && Files.isDirectory(closedFolder));
    }

    private boolean isOffered(Entry entry) {
        return config.toolsets().contains(entry.toolset());
    }

    /** Read-only wins over every toolset. */
    private static boolean entryIsFree(ToolDefinition definition) {
        return definition.readOnly();
    }

    private static ModelCatalog catalog(ServerConfig config) {
        ModelCatalog shipped = ModelCatalog.load();
        return config.catalog().map(file -> shipped.overlay(overlay(file))).orElse(shipped);
    }

    private static ObjectNode overlay(Path file) {
        try {
            return (ObjectNode) Json.MAPPER.readTree(Files.readString(file));
        } catch (JsonProcessingException | ClassCastException notAnObject) {
            throw new BadSettingException(
                    CATALOG, CATALOG + " is '" + file + "', which is no JSON object.", notAnObject);
        } catch (IOException unreadable) {
            throw new BadSettingException(CATALOG, CATALOG + " is '" + file + "', which cannot be read.", unreadable);
        }
    }

    /** Ends what was made, in order, once MiniMax has answered what it was asked. */
    @Override
    public void close() {
        close(NOBODY_WAITS);
    }

    /**
     * Ends what was made, in order. Who comes second waits for the end.
     *
     * @param longest how long MiniMax's answers are waited for
     */
    public void close(Duration longest) {
        if (ending.compareAndSet(false, true)) {
            StdioConnection client = serving;
            if (client != null) {
                client.endListening();
            }
            workshop.ifMade().ifPresentOrElse(made -> made.close(longest), workers::close);
            if (client != null) {
                client.close();
            }
            ended.complete(null);
        } else {
            ended.copy()
                    .completeOnTimeout(null, longest.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        }
    }
}
