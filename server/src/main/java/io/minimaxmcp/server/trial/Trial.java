package io.minimaxmcp.server.trial;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.schemas.Json;
import io.minimaxmcp.schemas.Usd;
import io.minimaxmcp.tools.tool.Progress;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Implementation;
import io.modelcontextprotocol.spec.McpSchema.InitializeResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Starts the server as an assistant would, connects to it, and makes one of each. */
public final class Trial {
    private static final Duration LONGEST_CALL = Duration.ofMinutes(5);

    private final List<String> serverCommand;
    private final Stage stage;

    /**
     * @param serverCommand the program and its arguments, which end with {@code stdio --sandbox}
     */
    public Trial(List<String> serverCommand, Stage stage) {
        this.serverCommand = List.copyOf(serverCommand);
        this.stage = stage;
    }

    /** Where the trial is shown. */
    public interface Stage extends Consumer<Progress> {
        void connected(String server, int tools, String protocol);

        void begins(String act);

        void made(String act, String file, String facts, Duration took, String cost);

        void failed(String act, String why);

        void ends(int made, Usd cost, String folder);
    }

    /** Whether everything was made. */
    public boolean run() {
        try (McpSyncClient client = client()) {
            InitializeResult hello = client.initialize();
            int tools = client.listTools().tools().size();
            stage.connected(
                    hello.serverInfo().name() + " " + hello.serverInfo().version(), tools, hello.protocolVersion());
            return playAll(client);
        }
    }

    private boolean playAll(McpSyncClient client) {
        Usd total = Usd.ZERO;
        int made = 0;
        String folder = "";
        for (Act act : Act.ALL) {
            JsonNode result = play(client, act);
            if (result.isMissingNode()) {
                continue;
            }
            Made thing = Made.of(result);
            total = total.plus(thing.cost().orElse(Usd.ZERO));
            folder = String.valueOf(thing.file().getParent());
            made++;
        }
        stage.ends(made, total, folder);
        return made == Act.ALL.size();
    }

    private JsonNode play(McpSyncClient client, Act act) {
        stage.begins(act.title());
        long start = System.nanoTime();
        CallToolResult result = client.callTool(CallToolRequest.builder(act.tool())
                .arguments(anew(act))
                .progressToken(act.title())
                .build());
        if (Boolean.TRUE.equals(result.isError())) {
            stage.failed(act.title(), text(result));
            return Json.MAPPER.missingNode();
        }
        JsonNode structured = Json.MAPPER.valueToTree(result.structuredContent());
        Made made = Made.of(structured);
        stage.made(
                act.title(),
                String.valueOf(made.file().getFileName()),
                made.facts(),
                Duration.ofNanos(System.nanoTime() - start),
                made.cost().map(Usd::toString).orElse("unknown"));
        return structured;
    }

    private static String text(CallToolResult result) {
        return result.content().stream()
                .filter(TextContent.class::isInstance)
                .map(content -> ((TextContent) content).text())
                .findFirst()
                .orElse("no reason was given");
    }

    private McpSyncClient client() {
        ServerParameters server = ServerParameters.builder(serverCommand.get(0))
                .args(serverCommand.subList(1, serverCommand.size()))
                .build();
        StdioClientTransport transport = new StdioClientTransport(server, new JacksonMcpJsonMapper(Json.MAPPER.copy()));
        transport.setStdErrorHandler(line -> {});
        return McpClient.sync(transport)
                .clientInfo(Implementation.builder("minimax-mcp", "trial").build())
                .requestTimeout(LONGEST_CALL)
                .initializationTimeout(Duration.ofSeconds(60))
                .progressConsumer(seen -> stage.accept(new Progress(
                        seen.progress(),
                        seen.total() == null ? 0 : seen.total(),
                        seen.message() == null ? "" : seen.message())))
                .build();
    }

    /** An earlier trial may have been broken off, and its job is not this one's. */
    private static Map<String, Object> anew(Act act) {
        Map<String, Object> arguments = new HashMap<>(act.arguments());
        arguments.put("request_id", UUID.randomUUID().toString());
        return arguments;
    }
}
