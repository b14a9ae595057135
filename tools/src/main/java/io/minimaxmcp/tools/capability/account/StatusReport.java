package io.minimaxmcp.tools.capability.account;

import io.minimaxmcp.schemas.Usd;
import io.minimaxmcp.tools.job.Spending;
import io.minimaxmcp.tools.upstream.LaneState;
import io.minimaxmcp.tools.upstream.UpstreamStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code status}.
 *
 * @param region the verdict on key and host, in a sentence
 * @param key its fingerprint
 * @param balance what the account says is left, where its kind of key may ask
 * @param folders null for callers who are not on this machine
 */
public record StatusReport(
        String version,
        boolean sandbox,
        String host,
        String region,
        @Nullable String key,
        @Nullable String balance,
        @Nullable Folders folders,
        List<LaneState> lanes,
        Spend spend,
        String catalogAsOf) {

    /** Where files go and come from. */
    public record Folders(String output, String data, List<String> input) {}

    /** The UTC day so far. */
    public record Spend(
            Usd spentTodayUsd,
            Usd reservedUsd,
            int jobsToday,
            @Nullable Usd dayLimitUsd) {}

    static StatusReport of(
            Installation installation,
            UpstreamStatus upstream,
            Optional<String> balance,
            Spending spent,
            boolean local) {
        return new StatusReport(
                installation.version(),
                installation.sandbox(),
                upstream.region().host().toString(),
                upstream.region().sentence(),
                upstream.key(),
                balance.orElse(null),
                local ? folders(installation) : null,
                upstream.lanes(),
                spend(installation, spent),
                installation.catalogAsOf());
    }

    /** When MiniMax cannot be asked: no key, or nobody there. */
    static StatusReport without(Installation installation, String problem, Spending spent, boolean local) {
        return new StatusReport(
                installation.version(),
                installation.sandbox(),
                installation.host(),
                problem,
                null,
                null,
                local ? folders(installation) : null,
                List.of(),
                spend(installation, spent),
                installation.catalogAsOf());
    }

    String sentence() {
        String money = "Today: " + spend.spentTodayUsd() + " spent, " + spend.reservedUsd() + " reserved"
                + (spend.dayLimitUsd() == null ? "" : " of " + spend.dayLimitUsd()) + ".";
        return "minimax-mcp " + version + (sandbox ? " (sandbox)" : "") + " at " + host + ". " + region + " " + money
                + (balance == null ? "" : " " + balance);
    }

    private static Spend spend(Installation installation, Spending spent) {
        return new Spend(spent.settled(), spent.reserved(), spent.jobs(), installation.dayLimit());
    }

    private static Folders folders(Installation installation) {
        return new Folders(
                installation.outputDir().toString(),
                installation.dataDir().toString(),
                installation.inputDirs().stream().map(Path::toString).toList());
    }
}
