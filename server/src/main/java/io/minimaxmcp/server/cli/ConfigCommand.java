package io.minimaxmcp.server.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.Json;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code config}: prints a client's configuration, ready to paste. */
@Command(name = "config", description = "Print a client's configuration, ready to paste")
final class ConfigCommand implements Callable<Integer> {
    private static final String NAME = "minimax";
    private static final String KEY = "MINIMAX_API_KEY";
    private static final String KEY_HINT = "<your MiniMax key>";

    private final Terminal terminal;
    private final Optional<String> launcher;

    @Parameters(index = "0", description = "One of: ${COMPLETION-CANDIDATES}")
    private Client client = Client.CLAUDE_DESKTOP;

    /**
     * @param launcher the script that started this process, where one did
     */
    ConfigCommand(Terminal terminal, Optional<String> launcher) {
        this.terminal = terminal;
        this.launcher = launcher;
    }

    /** The clients whose configuration is known. */
    enum Client {
        CLAUDE_DESKTOP,
        CLAUDE_CODE,
        CURSOR,
        VSCODE,
        CODEX;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    @Override
    public Integer call() throws Exception {
        String command =
                launcher.map(path -> Path.of(path).toAbsolutePath().toString()).orElse("minimax-mcp");
        terminal.err().println(whereTo());
        terminal.out().println(text(command));
        return 0;
    }

    private String whereTo() {
        return switch (client) {
            case CLAUDE_DESKTOP ->
                "Put this into claude_desktop_config.json (Settings > Developer > Edit Config), then restart Claude:";
            case CLAUDE_CODE -> "Run this, with your key in it:";
            case CURSOR -> "Put this into ~/.cursor/mcp.json:";
            case VSCODE -> "Put this into .vscode/mcp.json; VS Code will ask for the key:";
            case CODEX -> "Put this into ~/.codex/config.toml:";
        };
    }

    private String text(String command) throws Exception {
        return switch (client) {
            case CLAUDE_DESKTOP, CURSOR -> pretty(servers("mcpServers", command, KEY_HINT, false));
            case VSCODE -> pretty(withQuestion(servers("servers", command, "${input:minimax-key}", true)));
            case CLAUDE_CODE ->
                "claude mcp add " + NAME + " --env " + KEY + "='" + KEY_HINT + "' -- '" + command + "' stdio";
            case CODEX -> """
                    [mcp_servers.%s]
                    command = %s
                    args = ["stdio"]
                    tool_timeout_sec = 120

                    [mcp_servers.%s.env]
                    %s = "%s"\
                    """.formatted(NAME, Json.MAPPER.writeValueAsString(command), NAME, KEY, KEY_HINT);
        };
    }

    private static ObjectNode servers(String group, String command, String key, boolean typed) {
        ObjectNode root = Json.MAPPER.createObjectNode();
        ObjectNode server = root.putObject(group).putObject(NAME);
        if (typed) {
            server.put("type", "stdio");
        }
        server.put("command", command);
        server.putArray("args").add("stdio");
        server.putObject("env").put(KEY, key);
        return root;
    }

    private static ObjectNode withQuestion(ObjectNode root) {
        ObjectNode input = root.putArray("inputs").addObject();
        input.put("type", "promptString")
                .put("id", "minimax-key")
                .put("description", "MiniMax API key")
                .put("password", true);
        return root;
    }

    private static String pretty(ObjectNode json) throws Exception {
        return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json);
    }
}
