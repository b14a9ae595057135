package io.minimaxmcp.server.cli;

import io.minimaxmcp.tools.tool.Progress;
import java.io.PrintStream;
import java.util.function.Consumer;

/** Shows progress on stderr: a bar that moves on a terminal, plain lines elsewhere. */
final class ProgressLine implements Consumer<Progress>, AutoCloseable {
    private static final int WIDTH = 24;
    private static final String ERASE = "\r\u001b[2K";

    private final PrintStream err;
    private final boolean lively;
    private String last = "";

    ProgressLine(Terminal terminal) {
        this.err = terminal.err();
        this.lively = terminal.lively();
    }

    @Override
    public synchronized void accept(Progress progress) {
        if (lively) {
            err.print(ERASE + "  " + bar(progress) + "  " + progress.message());
            err.flush();
        } else if (!progress.message().equals(last)) {
            err.println("  " + progress.message());
        }
        last = progress.message();
    }

    /** Leaves a clean line behind. */
    @Override
    public synchronized void close() {
        if (lively && !last.isEmpty()) {
            err.print(ERASE);
            err.flush();
        }
        last = "";
    }

    private static String bar(Progress progress) {
        double share = progress.total() <= 0 ? 0 : Math.min(1, progress.progress() / progress.total());
        int full = (int) Math.round(share * WIDTH);
        return "█".repeat(full) + "░".repeat(WIDTH - full) + String.format(" %3.0f%%", share * 100);
    }
}
