package io.minimaxmcp.server.mcp;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long a call may wait for a long job before it answers with the running job: less than the client waits for an
 * answer, which is told from the client's name in the handshake.
 */
public final class Patience {
    /** Most clients give a call 60 seconds, progress or not. */
    private static final Duration UNKNOWN = Duration.ofSeconds(50);

    private static final Map<String, Duration> BY_CLIENT = Map.of(
            // Resets its timer on progress and honours MCP_TOOL_TIMEOUT, but gives up sooner in some versions.
            "claude-code", Duration.ofSeconds(170),
            // tool_timeout_sec is 60 unless it is set.
            "codex-mcp-client", UNKNOWN,
            // Our own commands wait until the job is done.
            "minimax-mcp", Duration.ofMinutes(30));

    private final @Nullable Duration setting;

    /**
     * @param setting what the person who runs the server has set, for every client; null where nothing is set
     */
    public Patience(@Nullable Duration setting) {
        this.setting = setting;
    }

    public Duration with(@Nullable String clientName) {
        if (setting != null) {
            return setting;
        }
        String name = clientName == null ? "" : clientName.strip().toLowerCase(Locale.ROOT);
        return BY_CLIENT.getOrDefault(name, UNKNOWN);
    }
}
