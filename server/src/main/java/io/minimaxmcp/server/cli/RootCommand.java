package io.minimaxmcp.server.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** {@code minimax-mcp} alone: MCP over stdio. */
@Command(
        name = "minimax-mcp",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        subcommands = HelpCommand.class,
        description = "MiniMax image, video, speech, voice and music as MCP tools. Settings: see README.")
final class RootCommand implements Callable<Integer> {
    private final StdioCommand stdio;

    RootCommand(Terminal terminal, SettingOptions settings) {
        this.stdio = new StdioCommand(terminal, settings);
    }

    @Override
    public Integer call() {
        return stdio.call();
    }
}
