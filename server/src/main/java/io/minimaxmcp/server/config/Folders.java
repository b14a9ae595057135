package io.minimaxmcp.server.config;

import java.nio.file.Path;
import java.util.Map;

/** Where results and the ledger are by default on this system. */
final class Folders {
    private final Map<String, String> environment;

    Folders(Map<String, String> environment) {
        this.environment = environment;
    }

    Path output() {
        return home().resolve("minimax-mcp").resolve("output");
    }

    Path data() {
        String windows = environment.get("LOCALAPPDATA");
        if (windows != null && System.getProperty("os.name", "").startsWith("Windows")) {
            return Path.of(windows, "minimax-mcp");
        }
        return home().resolve(".local").resolve("share").resolve("minimax-mcp");
    }

    /** What {@code ~} stands for: HOME where it is set, as in a shell; Java itself looks in the user database. */
    Path home() {
        String home = environment.getOrDefault("HOME", "");
        return Path.of(home.isBlank() ? System.getProperty("user.home") : home).toAbsolutePath();
    }
}
