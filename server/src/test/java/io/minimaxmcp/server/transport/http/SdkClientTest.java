package io.minimaxmcp.server.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A client that others wrote, by both transports. */
class SdkClientTest {
    private final HttpPeer peer = new HttpPeer();

    @AfterEach
    void end() {
        peer.close();
    }

    @Test
    void callsAToolOverStreamableHttp() {
        String host = peer.server.uri().toString();

        assertCallsATool(HttpClientStreamableHttpTransport.builder(host).build());
    }

    @Test
    @SuppressWarnings("deprecation") // Its clients are still about.
    void callsAToolOverTheOldPair() {
        String host = peer.server.uri().toString();

        assertCallsATool(HttpClientSseClientTransport.builder(host).build());
    }

    private static void assertCallsATool(McpClientTransport transport) {
        try (McpSyncClient client = McpClient.sync(transport).build()) {
            client.initialize();

            CallToolRequest request = CallToolRequest.builder("echo")
                    .arguments(Map.of("text", "a"))
                    .build();
            CallToolResult result = client.callTool(request);

            assertThat(result.content()).first().hasToString("TextContent[annotations=null, text=a, meta=null]");
        }
    }
}
