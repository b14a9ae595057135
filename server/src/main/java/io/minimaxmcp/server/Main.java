package io.minimaxmcp.server;

import io.minimaxmcp.server.cli.Cli;
import io.minimaxmcp.server.cli.StdioCommand;
import io.minimaxmcp.server.cli.Terminal;
import io.minimaxmcp.server.config.BadSettingException;
import io.minimaxmcp.server.config.ConfigReader;
import io.minimaxmcp.server.transport.stdio.StandardStreams;
import java.util.Map;

/** The entry point. Stdout is taken away from everybody else before anything runs. */
public final class Main {
    private static final int CONFIG = 78;

    private Main() {}

    public static void main(String[] args) {
        StandardStreams streams = StandardStreams.claim();
        Map<String, String> environment = System.getenv();
        boolean plainStdio = args.length == 0 || (args.length == 1 && args[0].equals("stdio"));
        System.exit(
                plainStdio
                        ? stdio(streams, environment)
                        : new Cli(Terminal.of(streams, environment), environment).run(args));
    }

    /** What assistants start on every launch, without the time that reading a command line takes. */
    private static int stdio(StandardStreams streams, Map<String, String> environment) {
        try {
            StdioCommand.serve(new ConfigReader(Map.of(), environment, false).read(), streams);
            return 0;
        } catch (BadSettingException wrong) {
            System.err.println(wrong.getMessage());
            return CONFIG;
        }
    }
}
