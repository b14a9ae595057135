package io.minimaxmcp.tools.job.ledger;

import io.minimaxmcp.tools.job.Job;
import io.minimaxmcp.tools.job.JobQuery;
import io.minimaxmcp.tools.job.StaleJobException;
import io.minimaxmcp.tools.tool.Tenant;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The jobs of one world, real or sandbox: the other's are never seen, for what is free there costs here. */
final class JobTable {
    private final boolean sandbox;

    JobTable(boolean sandbox) {
        this.sandbox = sandbox;
    }

    Job insert(Sql sql, Job job, String holder) throws SQLException {
        Job first = JobRow.withVersion(job, 1);
        sql.update(
                """
                INSERT INTO job (id, version, tenant, sandbox, request_id, fingerprint, kind, status, charge,
                  price_micros, spend_day, finished_at, holder, body)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                first.id(),
                first.version(),
                first.tenant().id(),
                sandbox,
                first.requestId(),
                first.fingerprint(),
                first.order().kind(),
                first.stage().status(),
                Settlement.RESERVED.column(),
                JobRow.priceMicros(first),
                JobRow.spendDay(first.createdAt()),
                null,
                holder,
                JobRow.body(first));
        return first;
    }

    /** Writes the version after the one that {@code changed} was made from, and settles the price with the final one. */
    Job store(Sql sql, Job changed, String holder, SpendBook book) throws SQLException {
        Job next = JobRow.withVersion(changed, changed.version() + 1);
        Settlement settlement = Settlement.of(next);
        Tenant tenant = next.tenant();
        sql.first(
                        """
                        UPDATE job SET version = ?, status = ?, charge = ?, finished_at = ?, holder = ?, body = ?
                        WHERE id = ? AND tenant = ? AND sandbox = ? AND version = ? AND holder = ?
                        RETURNING price_micros, spend_day""",
                        row -> new Reserved(row.getLong("spend_day"), (Number) row.getObject("price_micros")),
                        next.version(),
                        next.stage().status(),
                        settlement.column(),
                        JobRow.finishedAt(next),
                        next.stage().isFinal() ? null : holder,
                        JobRow.body(next),
                        next.id(),
                        tenant.id(),
                        sandbox,
                        changed.version(),
                        holder)
                .orElseThrow(() -> new StaleJobException(next.id()))
                .end(sql, book, tenant, settlement);
        return next;
    }

    private record Reserved(long day, @Nullable Number priceMicros) {
        void end(Sql sql, SpendBook book, Tenant tenant, Settlement settlement) throws SQLException {
            if (settlement != Settlement.RESERVED) {
                book.settle(sql, tenant, day, priceMicros == null ? null : priceMicros.longValue(), settlement);
            }
        }
    }

    Optional<Job> find(Sql sql, Tenant tenant, String id) throws SQLException {
        return sql.first(
                "SELECT body FROM job WHERE id = ? AND tenant = ? AND sandbox = ?",
                JobRow::read,
                id,
                tenant.id(),
                sandbox);
    }

    /** The job that has taken this request id: only one whose price was returned gives it back. */
    Optional<Job> named(Sql sql, Tenant tenant, String requestId) throws SQLException {
        return sql.first("""
                SELECT body FROM job
                WHERE tenant = ? AND sandbox = ? AND request_id = ? AND charge <> 'returned'""", JobRow::read, tenant.id(), sandbox, requestId);
    }

    /** The newest job with the same arguments that is under way, or was or may have been paid for since then. */
    Optional<Job> alike(Sql sql, Tenant tenant, String fingerprint, Instant finishedSince) throws SQLException {
        return sql.first("""
                SELECT body FROM job
                WHERE tenant = ? AND sandbox = ? AND fingerprint = ? AND charge <> 'returned'
                  AND (finished_at IS NULL OR finished_at >= ?)
                ORDER BY id DESC LIMIT 1""", JobRow::read, tenant.id(), sandbox, fingerprint, finishedSince.toEpochMilli());
    }

    List<Job> list(Sql sql, Tenant tenant, JobQuery query) throws SQLException {
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
    int forget(Sql sql, Instant finishedBefore) throws SQLException {
        return sql.update(
                "DELETE FROM job WHERE finished_at < ? AND sandbox = ?", finishedBefore.toEpochMilli(), sandbox);
    }
}
