package io.minimaxmcp.tools.job.ledger;

import io.minimaxmcp.tools.job.JobLedger;
import io.minimaxmcp.tools.job.ledger.postgres.PostgresLedger;
import io.minimaxmcp.tools.job.ledger.postgres.PostgresPlace;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** One place where jobs live, empty at the start of a test; each ledger opened on it stands for a process of its own. */
interface LedgerHome {
    Duration LEASE = Duration.ofMinutes(1);

    /** Where it is, for a child process. */
    String url();

    /** As a process of this machine. */
    JobLedger open(Clock clock, boolean sandbox);

    /** As a process of another machine, of which nothing is known but its lease. */
    default JobLedger openElsewhere(Clock clock) {
        return open(url(), Holder.on(UUID.randomUUID().toString()), clock, false);
    }

    /** Opens the ledger behind an address, whichever home it is. */
    static JobLedger open(String url, Clock clock, boolean sandbox) {
        return open(url, Holder.thisProcess(), clock, sandbox);
    }

    private static JobLedger open(String url, Holder self, Clock clock, boolean sandbox) {
        if (PostgresPlace.isOne(url)) {
            return new PostgresLedger(
                    new PostgresPlace(url), self, sandbox, LEASE, clock, LedgerClock.of(clock), Runnable::run);
        }
        SqliteFile file = new SqliteFile(LedgerFile.at(url), clock, List.of());
        return new SqliteLedger(file, self, sandbox, LEASE, clock, Runnable::run);
    }
}
