package io.minimaxmcp.tools.job.ledger;

import io.minimaxmcp.schemas.Usd;
import io.minimaxmcp.tools.job.Job;
import io.minimaxmcp.tools.job.JobIds;
import io.minimaxmcp.tools.job.JobQuery;
import io.minimaxmcp.tools.job.JobStage;
import io.minimaxmcp.tools.job.StaleJobException;
import io.minimaxmcp.tools.job.Told;
import io.minimaxmcp.tools.tool.Tenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The jobs of one world, real or sandbox: the other's are never seen, for what is free there costs here. */
public final class JobTable {
    private static final String INSERT = """
            INSERT INTO job (id, version, tenant, sandbox, request_id, fingerprint, kind, status, charge,
              price_micros, spend_day, holder, body)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String STORE = """
            UPDATE job SET version = ?, status = ?, charge = ?, finished_at = ?, holder = ?, body = ?,
              place = CASE WHEN ? THEN place END
            WHERE id = ? AND tenant = ? AND sandbox = ? AND version = ? AND (holder = ? OR (status = 'queued' AND ?))
            RETURNING price_micros, spend_day
            """;
    private static final String CORRECT = """
            UPDATE job SET version = ?, status = ?, charge = ?, finished_at = ?, holder = ?, body = ?,
              place = CASE WHEN ? THEN place END
            WHERE id = ? AND tenant = ? AND sandbox = ? AND version = ?
            RETURNING price_micros, spend_day
            """;
    private static final String CHARGE = "SELECT charge FROM job WHERE id = ? AND tenant = ? AND sandbox = ?";
    private static final String FIND = "SELECT body FROM job WHERE id = ? AND tenant = ? AND sandbox = ?";
    private static final String NAMED = """
            SELECT body FROM job
            WHERE tenant = ? AND sandbox = ? AND request_id = ? AND charge <> 'returned'
            """;
    private static final String ALIKE = """
            SELECT body FROM job
            WHERE tenant = ? AND sandbox = ? AND fingerprint = ? AND charge <> 'returned'
              AND (finished_at IS NULL OR finished_at >= ?)
            ORDER BY id DESC LIMIT 1
            """;
    private static final String ORDERED = "SELECT body FROM job WHERE id >= ? AND sandbox = ? AND kind = ? ORDER BY id";
    private static final String CANCELLED =
            "SELECT body FROM job WHERE finished_at >= ? AND sandbox = ? AND status = 'cancelled'";
    /** A job that made a voice says for as long as the voice may be there whose it is. */
    private static final String FORGET = """
            DELETE FROM job WHERE id IN (
              SELECT id FROM job WHERE finished_at < ? AND sandbox = ?
                AND NOT (status = 'succeeded' AND kind IN ('voice_clone', 'voice_design'))
              LIMIT ?)
            """;

    /** So that nobody waits long behind it. */
    private static final int FORGOTTEN_AT_ONCE = 1_000;

    private final boolean sandbox;
    private final LedgerClock clock;

    public JobTable(boolean sandbox, LedgerClock clock) {
        this.sandbox = sandbox;
        this.clock = clock;
    }

    Job insert(Sql sql, JobRow row, long day, String holder) throws SQLException {
        return insert(sql, row, row.job().requestId(), day, holder);
    }

    private Job insert(Sql sql, JobRow row, @Nullable String requestId, long day, String holder) throws SQLException {
        Job job = row.job();
        sql.update(
                INSERT,
                job.id(),
                job.version(),
                job.tenant().id(),
                sandbox,
                requestId,
                job.fingerprint(),
                job.order().kind(),
                job.stage().status(),
                Settlement.RESERVED.column(),
                row.priceMicros(),
                day,
                holder,
                row.body());
        return job;
    }

    /** Writes a job over the version before it, and settles the price with the final one. */
    public Job store(Sql sql, JobRow row, Leases leases, SpendBook book) throws SQLException {
        Job job = row.job();
        Optional<Reserved> written = write(sql, row, leases.holder());
        if (written.isEmpty()) {
            if (charge(sql, job).isPresent()) {
                throw new StaleJobException(job.id());
            }
            writeAnew(sql, row, leases, book);
            written = write(sql, row, leases.holder());
        }
        settle(sql, job, written.orElseThrow(), book);
        return job;
    }

    private Optional<Reserved> write(Sql sql, JobRow row, String holder) throws SQLException {
        List<@Nullable Object> values = values(sql, row, holder);
        values.add(holder);
        values.add(row.job().stage() == JobStage.CANCELLED);
        return sql.first(STORE, Reserved::read, values.toArray());
    }

    /**
     * The ledger has lost the job: a new file was begun, or an old one put back. Whoever drives it knows all of it; but its request id may
     * have been taken by another since.
     */
    private void writeAnew(Sql sql, JobRow row, Leases leases, SpendBook book) throws SQLException {
        Job job = row.job();
        leases.hold(sql);
        long day = SpendBook.day(job.createdAt());
        book.reserve(sql, row, day);
        String name = job.requestId();
        boolean isTaken = name != null && named(sql, job.tenant(), name).isPresent();
        JobRow before = new JobRow(job.withVersion(job.version() - 1), row.body());
        insert(sql, before, isTaken ? null : name, day, leases.holder());
    }

    /** Writes the answer to a paid request over the belief that it is lost. */
    public Job correct(Sql sql, JobRow row, Leases leases, SpendBook book) throws SQLException {
        Job job = row.job();
        leases.hold(sql);
        boolean counted =
                charge(sql, job).filter(Settlement.SETTLED.column()::equals).isPresent();
        Reserved reserved = sql.first(
                        CORRECT,
                        Reserved::read,
                        values(sql, row, leases.holder()).toArray())
                .orElseThrow(() -> new StaleJobException(job.id()));
        if (counted) {
            book.reopen(sql, job.tenant(), reserved.day(), reserved.priceMicros());
        }
        settle(sql, job, reserved, book);
        return job;
    }

    private List<@Nullable Object> values(Sql sql, JobRow row, String holder) throws SQLException {
        Job job = row.job();
        boolean isFinal = job.stage().isFinal();
        List<@Nullable Object> values = new ArrayList<>();
        values.add(job.version());
        values.add(job.stage().status());
        values.add(Settlement.of(job).column());
        values.add(isFinal ? clock.now(sql).toEpochMilli() : null);
        values.add(isFinal ? null : holder);
        values.add(row.body());
        values.add(job.stage().isBeforeTheEndOfItsTask());
        values.add(job.id());
        values.add(job.tenant().id());
        values.add(sandbox);
        values.add(job.version() - 1);
        return values;
    }

    private static void settle(Sql sql, Job job, Reserved reserved, SpendBook book) throws SQLException {
        Settlement settlement = Settlement.of(job);
        if (settlement != Settlement.RESERVED) {
            Told told = job.told();
            Usd billed = told == null ? null : told.billed();
            Long spent = billed == null ? reserved.priceMicros() : Long.valueOf(billed.micros());
            book.settle(sql, job.tenant(), reserved.day(), reserved.priceMicros(), spent, settlement);
        }
    }

    private Optional<String> charge(Sql sql, Job job) throws SQLException {
        return sql.first(
                CHARGE, row -> row.getString("charge"), job.id(), job.tenant().id(), sandbox);
    }

    private record Reserved(long day, @Nullable Long priceMicros) {
        static Reserved read(ResultSet row) throws SQLException {
            long price = row.getLong("price_micros");
            Long known = row.wasNull() ? null : Long.valueOf(price);
            return new Reserved(row.getLong("spend_day"), known);
        }
    }

    public Optional<Job> find(Sql sql, Tenant tenant, String id) throws SQLException {
        return sql.first(FIND, JobRow::read, id, tenant.id(), sandbox);
    }

    /** The job that has taken this request id: only one whose price was returned gives it back. */
    Optional<Job> named(Sql sql, Tenant tenant, String requestId) throws SQLException {
        return sql.first(NAMED, JobRow::read, tenant.id(), sandbox, requestId);
    }

    /** The newest job with the same arguments that is under way, or was or may have been paid for since then. */
    Optional<Job> alike(Sql sql, Tenant tenant, String fingerprint, Instant finishedSince) throws SQLException {
        return sql.first(ALIKE, JobRow::read, tenant.id(), sandbox, fingerprint, finishedSince.toEpochMilli());
    }

    public List<Job> list(Sql sql, Tenant tenant, JobQuery query) throws SQLException {
        var where = new StringBuilder("SELECT body FROM job WHERE tenant = ? AND sandbox = ?");
        var values = new ArrayList<Object>(List.of(tenant.id(), sandbox));
        narrow(where, values, " AND status = ?", query.status());
        narrow(where, values, " AND kind = ?", query.kind());
        narrow(where, values, " AND id < ?", query.before());
        values.add(query.limit());
        return JobRow.readable(sql.list(where + " ORDER BY id DESC LIMIT ?", JobRow::readIfPossible, values.toArray()))
                .toList();
    }

    public List<Job> cancelled(Sql sql, Duration within) throws SQLException {
        long since = clock.now(sql).minus(within).toEpochMilli();
        return JobRow.readable(sql.list(CANCELLED, JobRow::readIfPossible, since, sandbox))
                .toList();
    }

    public List<Job> ordered(Sql sql, String kind, Instant since) throws SQLException {
        return JobRow.readable(sql.list(ORDERED, JobRow::readIfPossible, JobIds.first(since), sandbox, kind))
                .toList();
    }

    private static void narrow(StringBuilder where, List<Object> values, String condition, @Nullable String value) {
        if (value != null) {
            where.append(condition);
            values.add(value);
        }
    }

    /** Deletes some finished jobs, but none of voices; the spend book keeps what they cost. */
    public int forget(Sql sql, Instant finishedBefore) throws SQLException {
        return sql.update(FORGET, finishedBefore.toEpochMilli(), sandbox, FORGOTTEN_AT_ONCE);
    }
}
