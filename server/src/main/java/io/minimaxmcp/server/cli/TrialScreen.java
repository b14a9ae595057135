package io.minimaxmcp.server.cli;

import io.minimaxmcp.schemas.Usd;
import io.minimaxmcp.server.trial.Trial;
import io.minimaxmcp.tools.tool.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Shows the trial: one line for each thing made, and the progress of the one being made. */
final class TrialScreen implements Trial.Stage {
    private static final String DIM = "\u001b[2m";
    private static final String BOLD = "\u001b[1m";
    private static final String GREEN = "\u001b[32m";
    private static final String RED = "\u001b[31m";
    private static final String PLAIN = "\u001b[0m";

    private final PrintStream out;
    private final boolean colours;
    private final ProgressLine progress;

    TrialScreen(Terminal terminal) {
        this.out = terminal.out();
        this.colours = terminal.lively();
        this.progress = new ProgressLine(terminal);
        out.println();
        out.println(in(BOLD, "minimax-mcp try")
                + "  a real MCP client, the real server, and a MiniMax in miniature inside it");
        out.println(in(DIM, "No key, no network, no cost: what you get is made by the sandbox, not by MiniMax."));
        out.println();
    }

    @Override
    public void connected(String server, int tools, String protocol) {
        out.println("  " + in(GREEN, "✓") + " connected  " + server + " · " + tools + " tools · MCP " + protocol);
    }

    @Override
    public void begins(String act) {
        progress.accept(new Progress(0, 1, act + ": asked for"));
    }

    @Override
    public void accept(Progress seen) {
        progress.accept(seen);
    }

    @Override
    public void made(String act, String file, String facts, Duration took, String cost) {
        progress.close();
        out.printf(
                Locale.ROOT,
                "  %s %-10s %s%n    %s%n",
                in(GREEN, "✓"),
                act,
                file,
                in(DIM, "%-34s in %4.1f s, for real about %s".formatted(facts, took.toMillis() / 1000.0, cost)));
    }

    @Override
    public void failed(String act, String why) {
        progress.close();
        out.println("  " + in(RED, "✗") + " " + act + "  " + why);
    }

    @Override
    public void ends(int made, Usd cost, String folder) {
        out.println();
        out.println("  " + in(BOLD, made + " results") + " in " + folder + "; for real they would have cost about "
                + cost + ".");
        out.println("  Next: " + in(BOLD, "minimax-mcp config claude-desktop")
                + " (or claude-code, cursor, vscode, codex).");
        out.println();
    }

    private String in(String style, String text) {
        return colours ? style + text + PLAIN : text;
    }
}
