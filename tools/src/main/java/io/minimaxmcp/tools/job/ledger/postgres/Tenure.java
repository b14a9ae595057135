package io.minimaxmcp.tools.job.ledger.postgres;

import io.minimaxmcp.tools.job.ledger.Leases;
import io.minimaxmcp.tools.job.ledger.Sql;
import java.sql.SQLException;
import java.time.Duration;

/** Sees to it that this process has its lease while it takes jobs in, without writing it down each time. */
final class Tenure {
    /** What is done on the condition that the lease is held. */
    interface Holding<T> {
        T run() throws SQLException;
    }

    private final Leases leases;
    private final Duration lease;
    private volatile boolean begun;
    private volatile boolean held;
    private volatile long heldSince = System.nanoTime();

    Tenure(Leases leases, Duration lease) {
        this.leases = leases;
        this.lease = lease;
    }

    boolean isBegun() {
        return begun;
    }

    int prolong(Sql sql, Duration until) throws SQLException {
        begun = true;
        heldSince = System.nanoTime();
        held = true;
        return leases.hold(sql, until);
    }

    /** Where the lease turns out to be lost, this fails as a collision does, to be run again. */
    <T> T during(Sql sql, Holding<T> holding) throws SQLException {
        boolean fresh =
                held && System.nanoTime() - heldSince < lease.dividedBy(3).toNanos();
        if (!fresh) {
            prolong(sql, lease);
        }
        try {
            return holding.run();
        } catch (SQLException e) {
            if (SqlState.isForeignKey(e)) {
                held = false;
                throw new SQLException("the lease was lost", SqlState.COLLISION, e);
            }
            throw e;
        }
    }
}
