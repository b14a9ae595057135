package io.minimaxmcp.tools.job.ledger;

import io.minimaxmcp.tools.job.JobLedger;
import io.minimaxmcp.tools.job.ledger.postgres.PostgresLedger;
import io.minimaxmcp.tools.job.ledger.postgres.PostgresPlace;
import java.time.Clock;
import java.time.Duration;

/** One place where jobs live, empty at the start of a test; each ledger opened on it stands for a process of its own. */
interface LedgerHome {
    Duration LEASE = Duration.ofMinutes(1);

    /** Where it is, for a child process. */
    String url();

    JobLedger open(Clock clock, boolean sandbox);

    /** Opens the ledger behind an address, whichever home it is. */
    static JobLedger open(String url, Clock clock, boolean sandbox) {
        if (PostgresPlace.isOne(url)) {
            return new PostgresLedger(
                    new PostgresPlace(url), sandbox, LEASE, clock, LedgerClock.of(clock), Runnable::run);
        }
        return new SqliteLedger(LedgerFile.at(url), sandbox, LEASE, clock, Runnable::run);
    }
}
