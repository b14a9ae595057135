package io.minimaxmcp.server;

import io.minimaxmcp.server.auth.AccessTokens;
import io.minimaxmcp.server.config.OauthConfig;
import io.minimaxmcp.server.config.ServerConfig;
import io.minimaxmcp.server.link.LinkKey;
import io.minimaxmcp.server.link.MediaLinks;
import io.minimaxmcp.server.metrics.Metrics;
import io.minimaxmcp.server.rpc.Side;
import io.minimaxmcp.server.rpc.Wire;
import io.minimaxmcp.server.transport.http.HttpServer;
import io.minimaxmcp.server.transport.http.HttpSettings;
import io.minimaxmcp.server.transport.http.ProtectedResource;
import io.minimaxmcp.tools.media.Artifact;
import io.minimaxmcp.tools.media.MediaId;
import io.minimaxmcp.tools.tool.Tenant;
import io.minimaxmcp.tools.upstream.Accounts;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** What {@code minimax-mcp http} needs and stdio does not: tenants by key, download links, the server itself. */
final class HttpService {
    private final InstantSource clock = InstantSource.system();
    private final CompletableFuture<HttpServer> started = new CompletableFuture<>();
    private final ServerConfig config;
    private final Lazy<Workshop> workshop;
    private final Workers workers;
    private final BroughtKeys keys;
    private final MediaLinks links;
    private final Optional<Metrics> metrics;

    HttpService(ServerConfig config, Accounts accounts, Lazy<Workshop> workshop, Workers workers) {
        this.config = config;
        this.workshop = workshop;
        this.workers = workers;
        this.keys = new BroughtKeys(accounts, this::isBusyFor, clock);
        this.links = new MediaLinks(
                new Lazy<>(this::linkKey), this::uri, config.http().linkLife(), clock);
        this.metrics = config.http().metrics().map(at -> new Metrics());
    }

    /**
     * Begins to listen.
     *
     * @param session begins a session of the tenant on the wire
     * @param stateless answers one request of the tenant on the wire
     */
    HttpServer start(
            HttpSettings settings, BiFunction<Tenant, Wire, Side> session, BiFunction<Tenant, Wire, Side> stateless)
            throws IOException {
        HttpServer server = new HttpServer(
                settings,
                // A caller that brings a MiniMax key pays with it, and is nobody else from then on.
                key -> key.map(keys::bring).orElse(Tenant.LOCAL),
                session,
                stateless,
                clock,
                workers.timer());
        server.offerDownloads(
                links, (tenant, media) -> workshop.get().media().file(tenant, media, false), workers.files());
        server.readyWhen(new Readiness(() -> workshop.get().ready(), workers.calls(), Readiness.USUAL_LONGEST)::now);
        metrics.ifPresent(figures -> offer(figures, server));
        config.http().oauth().ifPresent(oauth -> protect(oauth, server));
        if (config.http().requestLog()) {
            server.logRequests(System.err::println);
        }
        server.start();
        started.complete(server);
        workers.everyMinute(keys::sweep);
        return server;
    }

    private void protect(OauthConfig oauth, HttpServer server) {
        Supplier<URI> mcp = () -> URI.create(uri().toString().replaceFirst("/+$", "") + "/mcp");
        ProtectedResource resource = new ProtectedResource(mcp, oauth.issuer(), oauth.scopes());
        Supplier<String> audience =
                () -> oauth.audience().orElseGet(() -> mcp.get().toString());
        server.protect(new AccessTokens(oauth.issuer(), oauth.keys(), audience, resource, clock), resource);
    }

    private void offer(Metrics figures, HttpServer server) {
        figures.watch(
                server::sessions,
                server::streams,
                () -> workshop.ifMade().map(Workshop::waiting).orElse(Map.of()),
                () -> workshop.ifMade().map(made -> made.jobs().stages()).orElse(Map.of()));
        server.offerMetrics(config.http().metrics().orElseThrow(), figures::text);
    }

    /** How it takes part in what goes on inside. */
    Hooks hooks() {
        return new Hooks(
                this::link,
                report -> metrics.ifPresent(figures -> figures.called(report)),
                report -> metrics.ifPresent(figures -> figures.attempted(report)),
                job -> metrics.ifPresent(figures -> figures.changed(job)));
    }

    private Optional<String> link(Tenant tenant, Artifact artifact) {
        return MediaId.ofUri(artifact.uri()).map(media -> links.to(tenant, media));
    }

    /** Where clients reach it. */
    private URI uri() {
        return config.http().publicUrl().orElseGet(() -> started.join().uri());
    }

    private LinkKey linkKey() {
        Supplier<LinkKey> made = () -> LinkKey.in(config.dataDir());
        return config.http().linkSecret().map(LinkKey::of).orElseGet(made);
    }

    private boolean isBusyFor(Tenant tenant) {
        return workshop.ifMade().map(made -> made.jobs().isBusyFor(tenant)).orElse(false);
    }
}
