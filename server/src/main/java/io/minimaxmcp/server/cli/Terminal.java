package io.minimaxmcp.server.cli;

import io.minimaxmcp.server.transport.stdio.StandardStreams;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where a command prints.
 *
 * @param streams the process's real streams
 * @param out results; the only thing that reaches stdout
 * @param err everything else
 * @param lively whether stderr is a terminal that can redraw a line; the launcher knows, Java does not in every version
 */
public record Terminal(StandardStreams streams, PrintStream out, PrintStream err, boolean lively) {

    public static Terminal of(StandardStreams streams, Map<String, String> environment) {
        boolean dumb = "dumb".equals(environment.getOrDefault("TERM", "dumb")) || environment.containsKey("NO_COLOR");
        PrintStream out = new PrintStream(streams.out(), true, StandardCharsets.UTF_8);
        return new Terminal(streams, out, System.err, environment.containsKey("MINIMAX_MCP_TERMINAL") && !dumb);
    }
}
