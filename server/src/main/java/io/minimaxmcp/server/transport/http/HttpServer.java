package io.minimaxmcp.server.transport.http;

import io.minimaxmcp.server.link.MediaLinks;
import io.minimaxmcp.server.rpc.Side;
import io.minimaxmcp.server.rpc.Wire;
import io.minimaxmcp.tools.media.MediaFile;
import io.minimaxmcp.tools.media.MediaId;
import io.minimaxmcp.tools.tool.Tenant;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves many clients over HTTP until it is closed. */
public final class HttpServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
    private static final String METRICS = "text/plain; version=0.0.4; charset=utf-8";

    private static final long LOOK_MS = 50;
    private static final long FAREWELL_MS = 2_000;

    private final Server jetty;
    private final ServerConnector connector;
    private IntSupplier downloads = () -> 0;
    private final HttpSettings settings;
    private final Sessions sessions;
    private final Stateless stateless;
    private final Heartbeat heartbeat;
    private final Guard guard;
    private final Door door;
    private final List<Future<?>> ticking;
    private @Nullable ServerConnector metrics;

    /**
     * @param session begins a session of the tenant on the wire
     * @param stateless answers one request of the tenant on the wire
     * @param timer for heartbeats and for what has to end in time; it remains the caller's
     */
    public HttpServer(
            HttpSettings settings,
            Tenants tenants,
            BiFunction<Tenant, Wire, Side> session,
            BiFunction<Tenant, Wire, Side> stateless,
            InstantSource clock,
            ScheduledExecutorService timer) {
        if (settings.isOpenToAnybody()) {
            throw new IllegalArgumentException("off loopback a token is required");
        }
        this.settings = settings;
        HttpLimits limits = settings.limits();
        this.heartbeat = new Heartbeat(clock);
        this.sessions = new Sessions(session, limits, clock);
        Moment moment = new Moment(timer);
        this.stateless = new Stateless(stateless, heartbeat, moment);
        this.guard = new Guard(settings, tenants);
        this.door = door(new Messages(limits), moment);
        this.jetty = Connections.server();
        this.connector = Connections.on(jetty, limits, settings.host(), settings.port());
        jetty.setHandler(new GracefulHandler(door));
        // Whoever has read its answer may end this process: what is told of the request must be told by then.
        jetty.setStopTimeout(FAREWELL_MS);
        jetty.setErrorHandler(new PlainErrors());
        jetty.addConnector(connector);
        jetty.addBean(Connections.limit(connector, limits.connections()));
        SlowHeads slowHeads = new SlowHeads(limits.headWithin(), clock::millis);
        connector.addBean(slowHeads);
        long beat = limits.heartbeat().toMillis();
        this.ticking = List.of(
                timer.scheduleAtFixedRate(heartbeat::beat, beat, beat, TimeUnit.MILLISECONDS),
                timer.scheduleAtFixedRate(slowHeads::sweep, headLook(limits), headLook(limits), TimeUnit.MILLISECONDS),
                timer.scheduleAtFixedRate(sessions::sweep, 1, 1, TimeUnit.MINUTES));
    }

    private static long headLook(HttpLimits limits) {
        return Math.max(1, limits.headWithin().toMillis() / 4);
    }

    private Door door(Messages messages, Moment moment) {
        OldPair old = new OldPair(sessions, messages, heartbeat);
        return new Door(
                guard,
                Map.of("/health/live", Door::live, "/health/ready", this::ready),
                Map.of(
                        "/mcp", new Streamable(stateless, sessions, messages, heartbeat, moment),
                        "/sse", old::stream,
                        "/message", old::message),
                settings.limits().connections());
    }

    private void ready(Exchange exchange) {
        door.ready(exchange);
    }

    /**
     * Results can be downloaded too, by links. To be said before the start.
     *
     * @param files finds a tenant's result on this machine
     * @param executor for what may touch the disk
     */
    public void offerDownloads(
            MediaLinks links, BiFunction<Tenant, MediaId, CompletionStage<MediaFile>> files, Executor executor) {
        Downloads offered = new Downloads(links, files, executor);
        downloads = offered::underWay;
        door.openBelow(MediaLinks.PATH, offered);
    }

    /**
     * Figures are told under {@code /metrics} on a port of their own, to whoever reaches it. To be said before the start.
     *
     * @param text makes them, in Prometheus's format
     */
    public void offerMetrics(InetSocketAddress at, Supplier<String> text) {
        Door figures = new Door(guard, Map.of("/metrics", exchange -> exchange.text(METRICS, text.get())), Map.of(), 0);
        ServerConnector beside = Connections.on(jetty, settings.limits(), at.getHostString(), at.getPort());
        jetty.addConnector(beside);
        jetty.setHandler(new GracefulHandler(new ByConnector(beside, figures, door)));
        metrics = beside;
    }

    /** Lets in by tokens of an authorization server, and says where that is. To be said before the start. */
    public void protect(Tokens tokens, ProtectedResource resource) {
        guard.ask(tokens);
        door.openBelow(ProtectedResource.WELL_KNOWN, exchange -> {
            if (resource.isAt(exchange.path())) {
                exchange.json(HttpStatus.OK_200, resource.document());
            } else {
                exchange.refuse(HttpStatus.NOT_FOUND_404, "There is no such resource here");
            }
        });
    }

    /**
     * {@code /health/ready} tells more than that nobody has told the process to end. To be said before the start.
     *
     * @param ready whether new work can be taken; never fails, takes no longer than whoever asks for it waits
     */
    public void readyWhen(Supplier<CompletionStage<Boolean>> ready) {
        door.readyWhen(ready);
    }

    /**
     * Each request is told as a line of JSON once it is over. To be said before the start.
     *
     * @param out takes each line; must not block for long
     */
    public void logRequests(Consumer<String> out) {
        jetty.setRequestLog(new RequestLine(out, InstantSource.system()));
    }

    /** Begins to listen; fails where the address is taken or is not this machine's. */
    public void start() throws IOException {
        try {
            jetty.start();
        } catch (IOException taken) {
            throw taken;
        } catch (Exception unexpected) {
            throw new IOException("the HTTP server could not start", unexpected);
        }
    }

    /** Where it listens, as seen from this machine; without a path. */
    public URI uri() {
        return uri(connector);
    }

    private URI uri(ServerConnector of) {
        String name = HttpSettings.isAnywhere(of.getHost()) ? "localhost" : of.getHost();
        String host = name.contains(":") ? "[" + name + "]" : name;
        return URI.create("http://" + host + ":" + of.getLocalPort());
    }

    /** Where metrics are, if they are offered. */
    public Optional<URI> metricsUri() {
        return Optional.ofNullable(metrics).map(beside -> uri(beside).resolve("/metrics"));
    }

    /** Sessions there are just now. */
    public int sessions() {
        return sessions.count();
    }

    /** Streams that are open just now. */
    public int streams() {
        return heartbeat.streams();
    }

    /** Takes nothing new, waits a while for answers under way, and ends all streams properly. */
    @Override
    public void close() {
        door.close();
        try {
            stateless.endListening();
            waitUntil(
                    () -> sessions.underWay() + stateless.underWay() + downloads.getAsInt() == 0,
                    settings.limits().drain().toMillis());
            ticking.forEach(task -> task.cancel(false));
            sessions.close();
            stateless.close();
            waitUntil(() -> heartbeat.streams() == 0, FAREWELL_MS);
            jetty.stop();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (Exception unexpected) {
            LOG.atWarn().setCause(unexpected).log("the HTTP server did not end as it should");
        }
    }

    private static void waitUntil(BooleanSupplier done, long mostMs) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(mostMs);
        while (!done.getAsBoolean() && System.nanoTime() < deadline) {
            Thread.sleep(LOOK_MS);
        }
    }
}
