package io.minimaxmcp.tools.job.ledger;

import io.minimaxmcp.tools.job.Job;
import io.minimaxmcp.tools.job.JobQuery;
import io.minimaxmcp.tools.job.JobStage;
import io.minimaxmcp.tools.job.StaleJobException;
import io.minimaxmcp.tools.tool.Tenant;
import java.sql.ResultSet;
import java.sql.SQLException;
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
            UPDATE job SET version = ?, status = ?, charge = ?, finished_at = ?, holder = ?, body = ?
            WHERE id = ? AND tenant = ? AND sandbox = ? AND version = ? AND (holder = ? OR (status = 'queued' AND ?))
            RETURNING price_micros, spend_day
            """;
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
    private static final String FORGET = "DELETE FROM job WHERE finished_at < ? AND sandbox = ?";

    private final boolean sandbox;
    private final LedgerClock clock;

    public JobTable(boolean sandbox, LedgerClock clock) {
        this.sandbox = sandbox;
        this.clock = clock;
    }

    Job insert(Sql sql, JobRow row, long day, String holder) throws SQLException {
        Job job = row.job();
        sql.update(
                INSERT,
                job.id(),
                job.version(),
                job.tenant().id(),
                sandbox,
                job.requestId(),
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
    public Job store(Sql sql, JobRow row, String holder, SpendBook book) throws SQLException {
        Job job = row.job();
        Settlement settlement = Settlement.of(job);
        Long finishedAt = job.stage().isFinal() ? clock.now(sql).toEpochMilli() : null;
        Reserved reserved = sql.first(
                        STORE,
                        Reserved::read,
                        job.version(),
                        job.stage().status(),
                        settlement.column(),
                        finishedAt,
                        job.stage().isFinal() ? null : holder,
                        row.body(),
                        job.id(),
                        job.tenant().id(),
                        sandbox,
                        job.version() - 1,
                        holder,
                        job.stage() == JobStage.CANCELLED)
                .orElseThrow(() -> new StaleJobException(job.id()));
        if (settlement != Settlement.RESERVED) {
            book.settle(sql, job.tenant(), reserved.day(), reserved.priceMicros(), settlement);
        }
        return job;
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
        return sql.list(where + " ORDER BY id DESC LIMIT ?", JobRow::read, values.toArray());
    }

    private static void narrow(StringBuilder where, List<Object> values, String condition, @Nullable String value) {
        if (value != null) {
            where.append(condition);
            values.add(value);
        }
    }

    /** Deletes finished jobs; the spend book keeps what they cost. */
    public int forget(Sql sql, Instant finishedBefore) throws SQLException {
        return sql.update(FORGET, finishedBefore.toEpochMilli(), sandbox);
    }
}
