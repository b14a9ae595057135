package io.minimaxmcp.tools.job.ledger;

import io.minimaxmcp.tools.job.JobLedger;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.io.TempDir;

/** The embedded home behaves as every home does. */
class SqliteBehaviourTest implements LedgerBehaviour {
    @TempDir
    private Path folder;

    @Override
    public LedgerHome home() {
        String url = "jdbc:sqlite:" + folder.resolve("ledger.db");
        return new LedgerHome() {
            @Override
            public String url() {
                return url;
            }

            @Override
            public JobLedger open(Clock clock, boolean sandbox) {
                return LedgerHome.open(url, clock, sandbox);
            }
        };
    }
}
