package io.minimaxmcp.tools.job.ledger;

import io.minimaxmcp.schemas.Usd;
import io.minimaxmcp.tools.job.Spending;
import io.minimaxmcp.tools.tool.Tenant;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** What each tenant's UTC days cost: one row a day, kept in step with the jobs and never deleted. */
public final class SpendBook {
    private static final String COMMITTED = """
            SELECT settled_micros + reserved_micros FROM spend_day
            WHERE tenant = ? AND sandbox = ? AND day = ?
            """;
    /** Apart from those that pay themselves, whose ids {@link Tenant#payingItself} makes. */
    private static final String COMMITTED_BY_ALL = """
            SELECT coalesce(sum(settled_micros + reserved_micros), 0) FROM spend_day
            WHERE sandbox = ? AND day = ? AND substr(tenant, 1, 4) <> 'key:'
            """;

    private static final String RESERVE = """
            INSERT INTO spend_day (tenant, sandbox, day, settled_micros, reserved_micros, jobs, unpriced)
            VALUES (?, ?, ?, 0, ?, 1, ?)
            ON CONFLICT (tenant, sandbox, day) DO UPDATE SET
              reserved_micros = spend_day.reserved_micros + excluded.reserved_micros,
              jobs = spend_day.jobs + 1,
              unpriced = spend_day.unpriced + excluded.unpriced
            """;
    private static final String SETTLE = """
            UPDATE spend_day SET
              reserved_micros = reserved_micros - ?,
              settled_micros = settled_micros + ?,
              jobs = jobs - ?,
              unpriced = unpriced - ?
            WHERE tenant = ? AND sandbox = ? AND day = ?
            """;
    private static final String SINCE = """
            SELECT coalesce(sum(settled_micros), 0), coalesce(sum(reserved_micros), 0),
              coalesce(sum(jobs), 0), coalesce(sum(unpriced), 0)
            FROM spend_day WHERE tenant = ? AND sandbox = ? AND day >= ?
            """;

    private final boolean sandbox;

    public SpendBook(boolean sandbox) {
        this.sandbox = sandbox;
    }

    /** The day whose budget pays for what is ordered then. */
    public static long day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC).toEpochDay();
    }

    /** Spent and reserved on that day. */
    Usd committed(Sql sql, Tenant tenant, long day) throws SQLException {
        return sql.first(COMMITTED, row -> new Usd(row.getLong(1)), tenant.id(), sandbox, day)
                .orElse(Usd.ZERO);
    }

    /** Spent and reserved on that day with the key that pays for the tenant. */
    public Usd committedWithKeyOf(Sql sql, Tenant tenant, long day) throws SQLException {
        return tenant.paysItself()
                ? committed(sql, tenant, day)
                : sql.first(COMMITTED_BY_ALL, row -> new Usd(row.getLong(1)), sandbox, day)
                        .orElse(Usd.ZERO);
    }

    void reserve(Sql sql, JobRow row, long day) throws SQLException {
        Long price = row.priceMicros();
        long micros = price == null ? 0 : price;
        sql.update(RESERVE, row.job().tenant().id(), sandbox, day, micros, price == null ? 1 : 0);
    }

    /**
     * Ends a reservation: it is spent, or it was never there.
     *
     * @param spentMicros what it came to, which MiniMax may have told otherwise than was reserved
     */
    void settle(
            Sql sql,
            Tenant tenant,
            long day,
            @Nullable Long priceMicros,
            @Nullable Long spentMicros,
            Settlement settlement)
            throws SQLException {
        long price = priceMicros == null ? 0 : priceMicros;
        boolean returned = settlement == Settlement.RETURNED;
        long spent = returned || spentMicros == null ? 0 : spentMicros;
        int unpriced = returned && priceMicros == null ? 1 : 0;
        sql.update(SETTLE, price, spent, returned ? 1 : 0, unpriced, tenant.id(), sandbox, day);
    }

    /** Takes a settlement back: what was counted as spent is reserved again. */
    void reopen(Sql sql, Tenant tenant, long day, @Nullable Long priceMicros) throws SQLException {
        long price = priceMicros == null ? 0 : priceMicros;
        sql.update(SETTLE, -price, -price, 0, 0, tenant.id(), sandbox, day);
    }

    public Spending since(Sql sql, Tenant tenant, long day) throws SQLException {
        return sql.first(
                        SINCE,
                        row -> new Spending(
                                new Usd(row.getLong(1)), new Usd(row.getLong(2)), row.getInt(3), row.getInt(4)),
                        tenant.id(),
                        sandbox,
                        day)
                .orElseThrow();
    }
}
