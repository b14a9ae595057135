package io.minimaxmcp.server;

import static io.minimaxmcp.server.Stateless.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.server.mcp.Resources;
import io.minimaxmcp.server.mcp.ToolCalls;
import io.minimaxmcp.server.transport.stdio.StdioConnection;
import io.minimaxmcp.server.transport.stdio.StdioLimits;
import io.minimaxmcp.tools.tool.Tenant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A tool that drops out of the list because its product is closed to the account. */
class MissingToolsTest {
    private final FakeMissingTools missing = new FakeMissingTools();
    private final ExecutorService executor = Executors.newFixedThreadPool(2);
    private final StdioPeer peer = new StdioPeer(streams -> {
        var tools = new ToolCalls(new FakeTools().toolbox(), missing, null);
        var features = FakeServer.features(tools, new Resources(List.of()), new FakeTasks());
        new StdioConnection(streams, StdioLimits.DEFAULT, wire -> FakeServer.connect(features, executor, wire)).serve();
    });

    @AfterEach
    void end() {
        peer.close();
        executor.shutdownNow();
    }

    @Test
    void isToldOfToSessionsThatHaveSeenTheList() {
        peer.initialize();
        missing.put(Tenant.LOCAL, Set.of());
        peer.send("{'jsonrpc':'2.0','id':1,'method':'tools/list'}");
        peer.next();

        missing.put(Tenant.LOCAL, Set.of("echo"));

        assertThat(peer.next().path("method").asText()).isEqualTo("notifications/tools/list_changed");
        peer.endInput();
        peer.awaitEnd();
        assertThat(missing.watchers()).isZero();
    }

    @Test
    void isToldOfToWhoeverListensForIt() {
        peer.send(request(7, "subscriptions/listen", "'notifications':{'toolsListChanged':true}"));
        JsonNode acknowledged = peer.next();

        missing.put(Tenant.LOCAL, Set.of("echo"));

        JsonNode told = peer.next();
        assertThat(acknowledged.at("/params/notifications/toolsListChanged").asBoolean())
                .isTrue();
        assertThat(told.path("method").asText()).isEqualTo("notifications/tools/list_changed");
        assertThat(told.at("/params/_meta/io.modelcontextprotocol~1subscriptionId")
                        .asInt())
                .isEqualTo(7);
    }
}
