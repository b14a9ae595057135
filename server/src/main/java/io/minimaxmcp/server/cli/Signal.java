package io.minimaxmcp.server.cli;

import io.minimaxmcp.server.Application;

/** Until it is forgotten, a process that is told to end waits a little for the answers to what it has paid for. */
final class Signal {
    private final Thread hook;

    Signal(Application application) {
        hook = new Thread(() -> application.close(Application.SOMEBODY_WAITS), "end");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException isEnding) {
            // Then the hook does what it is there for.
        }
    }
}
