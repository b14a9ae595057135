package io.minimaxmcp.server;

import io.minimaxmcp.server.config.ServerConfig;
import io.minimaxmcp.tools.job.JobLedger;
import io.minimaxmcp.tools.job.ledger.LedgerFile;
import io.minimaxmcp.tools.job.ledger.SqliteLedger;
import io.minimaxmcp.tools.job.ledger.postgres.PostgresLedger;
import io.minimaxmcp.tools.job.ledger.postgres.PostgresPlace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;

/** Where jobs live, by the settings: a file of this machine, or a database that replicas share. */
public final class LedgerHomes {
    private LedgerHomes() {}

    /** Opens nothing yet. Where replicas share their jobs, they share MiniMax's rate limits too. */
    static JobLedger of(ServerConfig config, Duration lease, Clock clock, Executor callbacks, MiniMax minimax) {
        String url = config.ledger().orElse("");
        if (!PostgresPlace.isOne(url)) {
            return new SqliteLedger(file(config), config.sandbox(), lease, clock, callbacks);
        }
        var ledger = new PostgresLedger(new PostgresPlace(url), config.sandbox(), lease, clock, callbacks);
        minimax.share(ledger.lanes());
        return ledger;
    }

    /** Whether there may be jobs to take up: looking must cost nothing. */
    static boolean mayHoldJobs(ServerConfig config) {
        return PostgresPlace.isOne(config.ledger().orElse(""))
                || Files.exists(file(config).path());
    }

    /** Ledgers that were found damaged; they stay until a person has looked at them. */
    public static List<Path> setAside(ServerConfig config) {
        return PostgresPlace.isOne(config.ledger().orElse(""))
                ? List.of()
                : file(config).setAside();
    }

    private static LedgerFile file(ServerConfig config) {
        return config.ledger().map(LedgerFile::at).orElseGet(() -> LedgerFile.in(config.dataDir()));
    }
}
