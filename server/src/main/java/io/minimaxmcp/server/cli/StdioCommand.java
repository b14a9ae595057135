package io.minimaxmcp.server.cli;

import io.minimaxmcp.server.Application;
import io.minimaxmcp.server.Stay;
import io.minimaxmcp.server.config.ServerConfig;
import io.minimaxmcp.server.transport.stdio.StandardStreams;
import io.minimaxmcp.tools.media.ResultMode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code stdio}: serves the one client at the other end of the process's own streams. */
@Command(name = "stdio", description = "MCP over stdio (also without any command)")
public final class StdioCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final SettingOptions settings;

    StdioCommand(Terminal terminal, SettingOptions settings) {
        this.terminal = terminal;
        this.settings = settings;
    }

    @Override
    public Integer call() {
        serve(settings.config(), terminal.streams());
        return 0;
    }

    /** Blocks until the client is gone. */
    public static void serve(ServerConfig config, StandardStreams streams) {
        Application application = new Application(config, Stay.FOR_A_CLIENT, ResultMode.FILE);
        Signal signal = new Signal(application);
        try (application) {
            application.serveStdio(streams);
        } finally {
            signal.forget();
        }
    }
}
