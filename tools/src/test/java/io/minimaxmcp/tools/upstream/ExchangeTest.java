package io.minimaxmcp.tools.upstream;

import static io.minimaxmcp.tools.upstream.ScriptedServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minimaxmcp.tools.tool.Tenant;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whether a request has left is never in doubt. */
class ExchangeTest {
    private static final String IMAGE = "/v1/image_generation";

    private final ScriptedServer server = new ScriptedServer().on(IMAGE, json("{\"a\":1}"));
    private final Connections connections = new Connections(null);
    private final Exchange exchange = new Exchange(connections.of(Endpoints.IMAGE), InstantSource.system());

    @AfterEach
    void stop() {
        connections.close();
        server.close();
    }

    @Test
    void neverLeavesOnceItWasBrokenOff() throws Exception {
        exchange.abort();

        assertThatThrownBy(() -> exchange.start(image()).await(30, TimeUnit.SECONDS))
                .hasMessageContaining("broken off");

        assertThat(exchange.hasLeft()).isFalse();
        assertThat(server.count(IMAGE)).isZero();
    }

    @Test
    void hasLeftFromTheFirstByteOn() throws Exception {
        Reply reply = exchange.start(image()).await(30, TimeUnit.SECONDS);
        exchange.abort();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(exchange.hasLeft()).isTrue();
    }

    private Outgoing image() throws Exception {
        Trip trip = new Trip(Tenant.LOCAL, new Account(Upstream.KEY), server.uri(), Upstream.image("x"));
        return Outgoing.of(trip, InetAddress.getLoopbackAddress());
    }
}
