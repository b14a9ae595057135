package io.minimaxmcp.tools.sandbox;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** A MiniMax in miniature on a loopback port: no key, no network, no cost. */
public final class Sandbox implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";

    private final Vertx vertx;
    private final HttpServer server;
    private final World world;
    private final Faults faults;
    private final Journal journal;

    private Sandbox(Vertx vertx, HttpServer server, World world, Faults faults, Journal journal) {
        this.vertx = vertx;
        this.server = server;
        this.world = world;
        this.faults = faults;
        this.journal = journal;
    }

    /** Listens before the stage completes; costs about half a second the first time. */
    public static CompletionStage<Sandbox> start(SandboxOptions options) {
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(4)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        World world = new World(options);
        Faults faults = new Faults();
        Journal journal = new Journal();
        Gateway gateway =
                new Gateway(options, routes(world), faults, journal, new Reception(world.ids()), new Responder(vertx));
        HttpServerOptions http = new HttpServerOptions()
                .setHost(LOOPBACK)
                .setPort(options.port())
                // An upgraded connection would share its death with other calls.
                .setHttp2ClearTextEnabled(false)
                .setMaxFormAttributeSize(1 << 20)
                .setCompressionSupported(false);
        return vertx.createHttpServer(http)
                .requestHandler(gateway::receive)
                .listen()
                .map(server -> new Sandbox(vertx, server, world, faults, journal))
                .onFailure(unused -> vertx.close())
                .toCompletionStage();
    }

    private static List<Route> routes(World world) {
        return Stream.of(
                        new ImageRoutes(world).routes(),
                        new HailuoRoutes(world).routes(),
                        new H3Routes(world).routes(),
                        new SpeechRoutes(world).routes(),
                        new LongSpeechRoutes(world).routes(),
                        new BriefRoutes(world).routes(),
                        new MusicRoutes(world).routes(),
                        new LyricsRoutes(world).routes(),
                        new TranscriptRoutes(world).routes(),
                        new AccountRoutes(world).routes(),
                        new FileRoutes(world).routes(),
                        new CloneRoutes(world).routes(),
                        new VoiceRoutes(world).routes(),
                        world.links().routes())
                .flatMap(List::stream)
                .toList();
    }

    /** Where it listens, without a path. */
    public URI host() {
        return URI.create("http://" + LOOPBACK + ":" + server.actualPort());
    }

    /** What has been asked of it. */
    public Journal requests() {
        return journal;
    }

    /** What is to go wrong next. */
    public Faults faults() {
        return faults;
    }

    /** How many requests to a path were accepted, and would have been billed. */
    public long taken(String path) {
        return world.taken(path);
    }

    /** Ends all connections; waits until the port is free. */
    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
