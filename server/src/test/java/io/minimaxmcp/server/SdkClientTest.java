package io.minimaxmcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.modelcontextprotocol.client.McpAsyncClient;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.ResourceLink;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The Java SDK's client against the server in a process of its own. */
class SdkClientTest {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    private final List<String> progress = new CopyOnWriteArrayList<>();
    private final McpAsyncClient client = client();

    @AfterEach
    void end() {
        client.closeGracefully().block(LONG_ENOUGH);
    }

    @Test
    void listsAndCallsTools() {
        answer(client.initialize());

        List<Tool> tools = answer(client.listTools()).tools();
        CallToolResult shown = answer(call("show", "Saved."));
        CallToolResult failed = answer(call("fail", "No money left."));

        assertThat(tools).extracting(Tool::name).startsWith("echo", "hold");
        assertThat(tools.get(0).outputSchema()).containsKey("properties");
        assertThat(tools.get(0).annotations().openWorldHint()).isTrue();
        assertThat(shown.structuredContent()).isEqualTo(Map.of("text", "Saved."));
        assertThat(shown.content().get(1))
                .isInstanceOfSatisfying(
                        ResourceLink.class, link -> assertThat(link.size()).isEqualTo(42L));
        assertThat(failed.isError()).isTrue();
        assertThat(failed.meta()).containsKey("io.minimaxmcp/error");
    }

    @Test
    void seesProgressAndAsksThePerson() {
        answer(client.initialize());

        CallToolRequest steps = CallToolRequest.builder("steps")
                .arguments(Map.of("text", "end"))
                .progressToken("p-1")
                .build();
        CallToolResult result = answer(client.callTool(steps));
        CallToolResult asked = answer(call("ask", "Go on?"));

        assertThat(result.structuredContent()).isEqualTo(Map.of("text", "end"));
        assertThat(progress).startsWith("step 0.0", "step 1.0", "step 2.0");
        assertThat(asked.structuredContent()).isEqualTo(Map.of("text", "YES"));
    }

    @Test
    void hasFiftyCallsInFlightAtOnce() {
        answer(client.initialize());

        List<Object> answers = answer(Flux.range(1, 50)
                .flatMap(i -> call("slow", Integer.toString(200 + i)), 50)
                .map(CallToolResult::structuredContent)
                .collectList());

        assertThat(answers).hasSize(50).doesNotHaveDuplicates();
    }

    @Test
    void readsAGuide() {
        answer(client.initialize());

        var read = answer(client.readResource(
                ReadResourceRequest.builder("minimax://guide/lyrics-tags").build()));

        assertThat(read.contents()).hasSize(1);
        assertThat(answer(client.listResourceTemplates()).resourceTemplates()).hasSize(1);
    }

    private static <T> T answer(Mono<T> asked) {
        return asked.blockOptional(LONG_ENOUGH).orElseThrow();
    }

    private Mono<CallToolResult> call(String tool, String text) {
        return client.callTool(
                CallToolRequest.builder(tool).arguments(Map.of("text", text)).build());
    }

    private McpAsyncClient client() {
        List<String> command = ServerProcess.command(FakeServer.class);
        ServerParameters server = ServerParameters.builder(command.get(0))
                .args(command.subList(1, command.size()))
                .build();
        return McpClient.async(new StdioClientTransport(server, new JacksonMcpJsonMapper(new JsonMapper())))
                .requestTimeout(LONG_ENOUGH)
                .capabilities(ClientCapabilities.builder().elicitation().build())
                .elicitation(question -> Mono.just(
                        ElicitResult.builder(ElicitResult.Action.ACCEPT).build()))
                .progressConsumer(news -> Mono.fromRunnable(() -> progress.add(news.message())))
                .build();
    }
}
