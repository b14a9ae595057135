package io.minimaxmcp.tools.job.ledger;

import io.minimaxmcp.tools.job.Job;
import io.minimaxmcp.tools.tool.Tenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

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
              SELECT id FROM job WHERE sandbox = ? AND holder IS NULL AND finished_at IS NULL AND tenant IN (%s)
              ORDER BY id LIMIT ? %s)
            RETURNING body
            """;
    private static final String TAKE_ONE = """
            UPDATE job SET holder = ?
            WHERE id = ? AND tenant = ? AND sandbox = ? AND holder IS NULL AND finished_at IS NULL
            RETURNING body
            """;
    private static final String WHOSE_ARE_FREE =
            "SELECT DISTINCT tenant FROM job WHERE sandbox = ? AND holder IS NULL AND finished_at IS NULL";
    private static final String HELD = """
            SELECT body FROM job WHERE holder = ? AND sandbox = ? AND finished_at IS NULL ORDER BY id
            """;
    private static final String DISMISS = "DELETE FROM holder WHERE id = ?";
    private static final String DISMISS_SAME = "DELETE FROM holder WHERE id = ? AND lease_until = ?";
    private static final String OTHERS = "SELECT * FROM holder WHERE id <> ?";

    /** Whose jobs are taken at once: a statement has room for so many. */
    private static final int TENANTS = 200;

    /** A process that lives but was not heard of for so long is stuck. */
    private static final Duration STUCK = Duration.ofMinutes(15);

    private final Holder self;
    private final boolean sandbox;
    private final Duration usual;
    private final LedgerClock clock;
    private final String locking;
    private final Map<String, Late> late = new HashMap<>();

    /** @param locking what a home adds to a query for rows to take, so that two who ask at once take different ones */
    private Leases(Holder self, boolean sandbox, Duration usual, LedgerClock clock, String locking) {
        this.self = self;
        this.sandbox = sandbox;
        this.usual = usual;
        this.clock = clock;
        this.locking = locking;
    }

    /** Where only one process writes at a time. */
    static Leases exclusive(Holder self, boolean sandbox, Duration usual, LedgerClock clock) {
        return new Leases(self, sandbox, usual, clock, "");
    }

    /** Where many write at once, and nobody waits for what another is about to take. */
    public static Leases skippingLocked(Holder self, boolean sandbox, Duration usual, LedgerClock clock) {
        return new Leases(self, sandbox, usual, clock, "FOR UPDATE SKIP LOCKED");
    }

    public String holder() {
        return self.id();
    }

    /** Begins or prolongs the lease of this process; never shortens it. */
    public int hold(Sql sql, Duration lease) throws SQLException {
        return hold(sql, lease, Duration.ZERO);
    }

    /** The same for as long as is usual; where hardly any of that is over, the row stays as it is. */
    int hold(Sql sql) throws SQLException {
        return hold(sql, usual, usual.dividedBy(10));
    }

    private int hold(Sql sql, Duration lease, Duration over) throws SQLException {
        long until = clock.now(sql).plus(lease).toEpochMilli();
        return sql.update(HOLD, self.id(), self.machine(), self.pid(), self.startedAt(), until, over.toMillis());
    }

    public List<Job> claim(Sql sql, int limit, Duration lease, Predicate<Tenant> served) throws SQLException {
        hold(sql, lease);
        dismissGone(sql);
        List<String> tenants = sql.list(WHOSE_ARE_FREE, row -> row.getString("tenant"), sandbox).stream()
                .filter(tenant -> served.test(new Tenant(tenant)))
                .limit(TENANTS)
                .toList();
        if (tenants.isEmpty()) {
            return List.of();
        }
        List<Object> values = new ArrayList<>(List.of(self.id(), sandbox));
        values.addAll(tenants);
        values.add(limit);
        String places = String.join(", ", Collections.nCopies(tenants.size(), "?"));
        return JobRow.readable(sql.list(TAKE_FREE.formatted(places, locking), JobRow::readIfPossible, values.toArray()))
                .sorted(Comparator.comparing(Job::id))
                .toList();
    }

    public Optional<Job> claim(Sql sql, Tenant tenant, String id, Duration lease) throws SQLException {
        hold(sql, lease);
        dismissGone(sql);
        return sql.first(TAKE_ONE, JobRow::read, self.id(), id, tenant.id(), sandbox);
    }

    /** All that this process holds and has to finish. */
    public List<Job> held(Sql sql) throws SQLException {
        return JobRow.readable(sql.list(HELD, JobRow::readIfPossible, self.id(), sandbox))
                .toList();
    }

    /** Frees all jobs of this process. */
    public int release(Sql sql) throws SQLException {
        return sql.update(DISMISS, self.id());
    }

    /**
     * Frees the jobs of processes that are gone. Beside this one, a process is looked for: one that lives keeps its jobs although its lease
     * is over, because the machine may have slept. Of another machine only the lease is known, and after an outage of the database
     * nobody could prolong it: so it is seen to be over twice, with time in between to make up for it.
     */
    private void dismissGone(Sql sql) throws SQLException {
        Instant now = clock.now(sql);
        List<Row> others = sql.list(OTHERS, Row::read, self.id());
        synchronized (late) {
            late.keySet()
                    .retainAll(others.stream().map(row -> row.holder().id()).toList());
            for (Row other : others) {
                if (isGone(other, now)) {
                    // One that has just been heard of again stays.
                    sql.update(DISMISS_SAME, other.holder().id(), other.until().toEpochMilli());
                }
            }
        }
    }

    private boolean isGone(Row other, Instant now) {
        Duration over = Duration.between(other.until(), now);
        if (other.holder().isBeside(self)) {
            return !other.holder().isAlive() || over.compareTo(STUCK) > 0;
        }
        if (over.isNegative()) {
            return false;
        }
        Late seen = late.get(other.holder().id());
        if (seen == null || !seen.until().equals(other.until())) {
            late.put(other.holder().id(), new Late(other.until(), now));
            return false;
        }
        return !seen.at().plus(usual.dividedBy(5)).isAfter(now);
    }

    /** A lease that was seen to be over. */
    private record Late(Instant until, Instant at) {}

    /** A process and until when its lease holds. */
    private record Row(Holder holder, Instant until) {
        static Row read(ResultSet row) throws SQLException {
            return new Row(
                    new Holder(
                            row.getString("id"),
                            row.getString("machine"),
                            row.getLong("pid"),
                            row.getLong("started_at")),
                    Instant.ofEpochMilli(row.getLong("lease_until")));
        }
    }
}
