package io.minimaxmcp.tools.capability.account;

import io.minimaxmcp.schemas.Usd;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What this server was started with, as far as {@code status} shows it.
 *
 * @param host the host that is set or implied before any call was made
 * @param dayLimit the day's budget; null for none
 */
public record Installation(
        String version,
        boolean sandbox,
        String host,
        Path outputDir,
        Path dataDir,
        List<Path> inputDirs,
        @Nullable Usd dayLimit,
        String catalogAsOf) {
    public Installation {
        inputDirs = List.copyOf(inputDirs);
    }
}
