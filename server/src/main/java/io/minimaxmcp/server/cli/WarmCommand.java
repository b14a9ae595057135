package io.minimaxmcp.server.cli;

import io.minimaxmcp.server.config.ConfigReader;
import io.minimaxmcp.server.config.ServerConfig;
import io.minimaxmcp.server.transport.stdio.StandardStreams;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/** {@code warm}: one short conversation as an assistant begins it, for the class archive to be made from. */
@Command(name = "warm", hidden = true, description = "Loads what a start loads; used to make the class archive")
final class WarmCommand implements Callable<Integer> {
    private static final String CONVERSATION = """
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},\
            "clientInfo":{"name":"warm","version":"1"}}}
            {"jsonrpc":"2.0","method":"notifications/initialized"}
            {"jsonrpc":"2.0","id":2,"method":"tools/list"}
            {"jsonrpc":"2.0","id":3,"method":"resources/list"}
            {"jsonrpc":"2.0","id":4,"method":"tools/call","params":{"name":"generate_speech",\
            "arguments":{"text":"Warm."}}}
            {"jsonrpc":"2.0","id":5,"method":"server/discover","params":{"_meta":{\
            "io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientCapabilities":{}}}}
            {"jsonrpc":"2.0","id":6,"method":"tools/list","params":{"_meta":{\
            "io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientCapabilities":{}}}}
            """;

    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("minimax-mcp-warm");
        try {
            Map<String, String> folders =
                    Map.of("--output-dir", folder.resolve("output").toString(), "--data-dir", folder.toString());
            ServerConfig config = new ConfigReader(folders, Map.of(), true).read();
            byte[] messages = CONVERSATION.getBytes(StandardCharsets.UTF_8);
            StdioCommand.serve(
                    config, new StandardStreams(new ByteArrayInputStream(messages), OutputStream.nullOutputStream()));
        } finally {
            delete(folder);
        }
        return 0;
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> tree = Files.walk(folder)) {
            all = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }
}
