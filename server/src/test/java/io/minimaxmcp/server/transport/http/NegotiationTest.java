package io.minimaxmcp.server.transport.http;

import static io.minimaxmcp.server.transport.http.HttpPeer.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which revision a session over HTTP is agreed on, and that it goes on in it. */
class NegotiationTest {
    private final HttpPeer peer = new HttpPeer();

    @AfterEach
    void end() {
        peer.close();
    }

    @ParameterizedTest
    @CsvSource({
        "2024-11-05, 2024-11-05",
        "2025-03-26, 2025-03-26",
        "2025-06-18, 2025-06-18",
        "2025-11-25, 2025-11-25",
        "2026-07-28, 2025-11-25",
        "2099-01-01, 2025-11-25",
    })
    void agreesOnTheClientsRevisionAndGoesOnInIt(String offered, String agreed) {
        HttpResponse<String> greeted = peer.send(peer.post("", HttpPeer.INITIALIZE.replace("2025-11-25", offered)));
        String session = greeted.headers().firstValue("Mcp-Session-Id").orElseThrow();
        peer.send(peer.post(session, "{'jsonrpc':'2.0','method':'notifications/initialized'}")
                .header("MCP-Protocol-Version", agreed));

        HttpResponse<String> listed = peer.send(peer.post(session, "{'jsonrpc':'2.0','id':1,'method':'tools/list'}")
                .header("MCP-Protocol-Version", agreed));

        assertThat(json(greeted.body()).at("/result/protocolVersion").asText()).isEqualTo(agreed);
        assertThat(listed.statusCode()).isEqualTo(200);
        assertThat(json(listed.body()).at("/result/tools")).isNotEmpty();
    }
}
