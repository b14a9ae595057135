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
        setLogging(plainStdio);
        System.exit(
                plainStdio
                        ? stdio(streams, environment)
                        : new Cli(Terminal.of(streams, environment), environment).run(args));
    }

    /**
     * To be said before anything logs. SLF4J would look into every jar for who logs, and the clock's format would load the
     * calendars of this machine's language: together a third of a start. Assistants put the time to our lines themselves.
     */
    private static void setLogging(boolean plainStdio) {
        System.setProperty("slf4j.provider", "org.slf4j.simple.SimpleServiceProvider");
        System.setProperty("slf4j.internal.verbosity", "WARN");
        if (!plainStdio) {
            System.setProperty("org.slf4j.simpleLogger.showDateTime", "true");
            System.setProperty("org.slf4j.simpleLogger.dateTimeFormat", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
        }
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
