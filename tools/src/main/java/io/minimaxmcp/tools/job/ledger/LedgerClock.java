package io.minimaxmcp.tools.job.ledger;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;

/** Whose time decides about leases, windows and days: one for all who share a ledger. */
@FunctionalInterface
public interface LedgerClock {
    Instant now(Sql sql) throws SQLException;

    /** The machine's own, where all who share the ledger are on it. */
    static LedgerClock of(Clock clock) {
        return sql -> clock.instant();
    }
}
