package io.minimaxmcp.server.config;

import io.minimaxmcp.tools.media.ResultMode;
import io.minimaxmcp.tools.spend.Budget;
import io.minimaxmcp.tools.upstream.Dialect;
import io.minimaxmcp.tools.upstream.Lane;
import io.minimaxmcp.tools.upstream.Region;
import io.minimaxmcp.tools.upstream.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every setting, checked. Made by {@link ConfigReader} only.
 *
 * @param sandbox whether MiniMax runs inside this process
 * @param apiHost an explicit host, which wins over the region
 * @param home what {@code ~} stands for
 * @param resultMode empty for the transport's own default
 * @param toolsets empty for all
 * @param longestWait the longest a call waits; empty for what the client is known to stand
 * @param rates requests a minute, where they differ from the catalogue's
 */
public record ServerConfig(
        boolean sandbox,
        Optional<Secret> apiKey,
        Region region,
        Optional<URI> apiHost,
        URI hostGlobal,
        URI hostMainland,
        Dialect dialect,
        Path home,
        Path outputDir,
        Path dataDir,
        Optional<String> ledger,
        List<Path> inputDirs,
        Optional<ResultMode> resultMode,
        Set<String> toolsets,
        boolean readOnly,
        Budget budget,
        Optional<Duration> longestWait,
        Map<Lane, Integer> rates,
        Duration poll,
        Optional<Path> catalog,
        boolean anyModel,
        Duration keep,
        Optional<Secret> authToken,
        List<String> allowedHosts,
        List<String> allowedOrigins,
        HttpConfig http) {
    public ServerConfig {
        inputDirs = List.copyOf(inputDirs);
        toolsets = Set.copyOf(toolsets);
        rates = Map.copyOf(rates);
        allowedHosts = List.copyOf(allowedHosts);
        allowedOrigins = List.copyOf(allowedOrigins);
    }

    /** The same, with every tool offered: for commands that look at the installation itself. */
    public ServerConfig offeringAll() {
        return new ServerConfig(
                sandbox,
                apiKey,
                region,
                apiHost,
                hostGlobal,
                hostMainland,
                dialect,
                home,
                outputDir,
                dataDir,
                ledger,
                inputDirs,
                resultMode,
                ConfigReader.TOOLSET_NAMES,
                false,
                budget,
                longestWait,
                rates,
                poll,
                catalog,
                anyModel,
                keep,
                authToken,
                allowedHosts,
                allowedOrigins,
                http);
    }
}
