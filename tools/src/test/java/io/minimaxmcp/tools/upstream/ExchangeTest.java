package io.minimaxmcp.tools.upstream;

import static io.minimaxmcp.tools.upstream.ScriptedServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.tool.Tenant;
import io.vertx.core.Future;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whether a request has left is never in doubt. */
class ExchangeTest {
    private static final String IMAGE = "/v1/image_generation";

    private final ScriptedServer server = new ScriptedServer().on(IMAGE, json("{\"a\":1}"));
    private final Connections connections = new Connections(null);
    private final LargeReplies large = new LargeReplies(1);
    private final Exchange exchange = exchange();

    private Exchange exchange() {
        return new Exchange(connections.of(Endpoints.IMAGE), large, InstantSource.system());
    }

    @AfterEach
    void stop() {
        connections.close();
        server.close();
    }

    @Test
    void neverLeavesOnceItWasBrokenOff() throws Exception {
        exchange.abort();

        assertThatThrownBy(() ->
                        exchange.start(image(server.uri()), Stages::nothing).await(30, TimeUnit.SECONDS))
                .hasMessageContaining("broken off");

        assertThat(exchange.hasLeft()).isFalse();
        assertThat(Upstream.get(exchange.wasNoted())).isFalse();
        assertThat(server.count(IMAGE)).isZero();
    }

    @Test
    void leavesWhenThatIsWrittenDownAndNotBefore() throws Exception {
        var noted = new CompletableFuture<@Nullable Void>();
        var asked = new CompletableFuture<@Nullable Void>();
        Future<Reply> reply = exchange.start(image(server.uri()), () -> {
            asked.complete(null);
            return noted;
        });
        Upstream.get(asked);
        assertThat(exchange.hasLeft()).isFalse();

        noted.complete(null);

        assertThat(reply.await(30, TimeUnit.SECONDS).status()).isEqualTo(200);
        assertThat(server.count(IMAGE)).isEqualTo(1);
    }

    @Test
    void doesNotLeaveWhenItWasBrokenOffWhileThatWasWrittenDown() throws Exception {
        Future<Reply> reply = exchange.start(image(server.uri()), () -> {
            exchange.abort();
            return Stages.nothing();
        });

        assertThatThrownBy(() -> reply.await(30, TimeUnit.SECONDS)).hasMessageContaining("before the request was sent");
        assertThat(exchange.hasLeft()).isFalse();
        assertThat(Upstream.get(exchange.wasNoted()))
                .as("it is to be taken back")
                .isTrue();
        assertThat(server.count(IMAGE)).isZero();
    }

    /** By the time another request of the same event loop is answered, the end of this connection has been read. */
    @Test
    void hasNotLeftWhenTheOtherSideHungUpWhileThatWasWrittenDown() throws Exception {
        try (ServerSocket hangingUp = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> gone = CompletableFuture.runAsync(() -> hangUp(hangingUp));
            Exchange other = exchange();
            Outgoing elsewhere = image(server.uri());
            URI here = URI.create("http://127.0.0.1:" + hangingUp.getLocalPort());

            Future<Reply> reply = exchange.start(
                    image(here),
                    () -> gone.thenCompose(closed ->
                                    other.start(elsewhere, Stages::nothing).toCompletionStage())
                            .thenApply(answered -> null));

            assertThatThrownBy(() -> reply.await(30, TimeUnit.SECONDS))
                    .hasMessageContaining("before the request was sent");
            assertThat(exchange.hasLeft()).isFalse();
        }
    }

    private static void hangUp(ServerSocket server) {
        try {
            server.accept().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void hasLeftFromTheFirstByteOn() throws Exception {
        Reply reply = exchange.start(image(server.uri()), Stages::nothing).await(30, TimeUnit.SECONDS);
        exchange.abort();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(exchange.hasLeft()).isTrue();
    }

    @Test
    void aLargeReplyWaitsOnTheWireUntilThereIsRoomAndASmallOneDoesNot() throws Exception {
        String much = "{\"a\":\"" + "x".repeat(8 * LargeReplies.SMALL) + "\"}";
        server.on(IMAGE, json(much), json("{}"));
        LargeReplies.Ticket before = large.enter(() -> {});

        Future<Reply> waiting = exchange.start(image(server.uri()), Stages::nothing);
        while (server.count(IMAGE) == 0) {
            Thread.onSpinWait();
        }
        Reply small = exchange().start(image(server.uri()), Stages::nothing).await(30, TimeUnit.SECONDS);

        assertThat(small.body().size()).isEqualTo(2);
        assertThat(waiting.isComplete()).isFalse();
        before.leave();
        assertThat(waiting.await(30, TimeUnit.SECONDS).body().size()).isEqualTo(much.length());
    }

    private static Outgoing image(URI host) throws Exception {
        Trip trip = new Trip(Tenant.LOCAL, new Account(Upstream.KEY), host, Upstream.image("x"));
        return Outgoing.of(trip, InetAddress.getLoopbackAddress());
    }
}
