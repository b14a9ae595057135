package io.minimaxmcp.tools.job.ledger;

import io.minimaxmcp.tools.job.Job;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Who works on which jobs. A process has one lease for all its jobs, so that renewing costs one row however many they are; when its
 * row goes, the jobs are free.
 */
public final class Leases {
    private static final String HOLD = """
            INSERT INTO holder (id, machine, pid, started_at, lease_until) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET lease_until = excluded.lease_until
            WHERE holder.lease_until < excluded.lease_until - ?
            """;
    private static final String TAKE_FREE = """
            UPDATE job SET holder = ? WHERE id IN (
              SELECT id FROM job WHERE sandbox = ? AND holder IS NULL AND finished_at IS NULL
              ORDER BY id LIMIT ? %s)
            RETURNING body
            """;
    private static final String HELD = """
            SELECT body FROM job WHERE holder = ? AND sandbox = ? AND finished_at IS NULL ORDER BY id
            """;
    private static final String DISMISS_LATE = "DELETE FROM holder WHERE lease_until <= ? AND id <> ?";
    private static final String DISMISS = "DELETE FROM holder WHERE id = ?";
    private static final String OTHERS = "SELECT * FROM holder WHERE id <> ?";

    private final Holder self;
    private final boolean sandbox;
    private final LedgerClock clock;
    private final String takeFree;

    /** @param locking what a home adds to a query for rows to take, so that two who ask at once take different ones */
    private Leases(Holder self, boolean sandbox, LedgerClock clock, String locking) {
        this.self = self;
        this.sandbox = sandbox;
        this.clock = clock;
        this.takeFree = TAKE_FREE.formatted(locking);
    }

    /** Where only one process writes at a time. */
    static Leases exclusive(boolean sandbox, LedgerClock clock) {
        return new Leases(Holder.thisProcess(), sandbox, clock, "");
    }

    /** Where many write at once, and nobody waits for what another is about to take. */
    public static Leases skippingLocked(boolean sandbox, LedgerClock clock) {
        return new Leases(Holder.thisProcess(), sandbox, clock, "FOR UPDATE SKIP LOCKED");
    }

    public String holder() {
        return self.id();
    }

    /** Begins or prolongs the lease of this process; never shortens it. */
    public int hold(Sql sql, Duration lease) throws SQLException {
        return hold(sql, lease, Duration.ZERO);
    }

    /** The same for whoever orders often: where hardly any of the lease is over, the row stays as it is. */
    public int holdOn(Sql sql, Duration lease) throws SQLException {
        return hold(sql, lease, lease.dividedBy(10));
    }

    private int hold(Sql sql, Duration lease, Duration over) throws SQLException {
        long until = clock.now(sql).plus(lease).toEpochMilli();
        long startedAt = self.startedAt().toEpochMilli();
        return sql.update(HOLD, self.id(), self.machine(), self.pid(), startedAt, until, over.toMillis());
    }

    public List<Job> claim(Sql sql, int limit, Duration lease) throws SQLException {
        hold(sql, lease);
        dismissGone(sql);
        return sql.list(takeFree, JobRow::read, self.id(), sandbox, limit).stream()
                .sorted(Comparator.comparing(Job::id))
                .toList();
    }

    /** All that this process holds and has to finish. */
    public List<Job> held(Sql sql) throws SQLException {
        return sql.list(HELD, JobRow::read, self.id(), sandbox);
    }

    /** Frees all jobs of this process. */
    public int release(Sql sql) throws SQLException {
        return sql.update(DISMISS, self.id());
    }

    private void dismissGone(Sql sql) throws SQLException {
        sql.update(DISMISS_LATE, clock.now(sql).toEpochMilli(), self.id());
        for (Holder other : sql.list(OTHERS, Leases::holder, self.id())) {
            if (other.isGone(self.machine())) {
                sql.update(DISMISS, other.id());
            }
        }
    }

    private static Holder holder(ResultSet row) throws SQLException {
        return new Holder(
                row.getString("id"),
                row.getString("machine"),
                row.getLong("pid"),
                Instant.ofEpochMilli(row.getLong("started_at")));
    }
}
