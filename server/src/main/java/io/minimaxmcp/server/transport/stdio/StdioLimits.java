package io.minimaxmcp.server.transport.stdio;

import java.time.Duration;

/**
 * What one client may ask of the process.
 *
 * @param messageBytes the longest message that is read
 * @param drain how long answers are waited for once the input has ended
 */
public record StdioLimits(int messageBytes, Duration drain) {
    /**
     * Room for any inline picture that MiniMax takes, and time for what an unknown client may wait for, so that {@code
     * printf … | minimax-mcp} prints its answers. A client that wants the process gone sooner ends it.
     */
    public static final StdioLimits DEFAULT = new StdioLimits(16 * 1024 * 1024, Duration.ofSeconds(60));

    public StdioLimits {
        if (messageBytes < 1024 || drain.isNegative()) {
            throw new IllegalArgumentException("a message has room for 1024 bytes at least, and time is not negative");
        }
    }
}
