package io.minimaxmcp.tools.job.ledger;

import io.minimaxmcp.schemas.Usd;
import io.minimaxmcp.tools.job.Admission;
import io.minimaxmcp.tools.job.AdmissionRules;
import io.minimaxmcp.tools.job.Job;
import io.minimaxmcp.tools.tool.Tenant;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a job is taken in. Runs inside one transaction that no other process can interleave with. */
final class Admissions {
    private final JobTable jobs;
    private final SpendBook book;
    private final ConfirmTokens tokens;
    private final Leases leases;
    private final Duration lease;
    private final Clock clock;

    Admissions(JobTable jobs, SpendBook book, ConfirmTokens tokens, Leases leases, Duration lease, Clock clock) {
        this.jobs = jobs;
        this.book = book;
        this.tokens = tokens;
        this.leases = leases;
        this.lease = lease;
        this.clock = clock;
    }

    Admission admit(Sql sql, JobRow row, AdmissionRules rules) throws SQLException {
        Optional<Job> first = repeated(sql, row.job(), rules);
        if (first.isPresent()) {
            return new Admission.Duplicate(first.get());
        }
        Admission refusal = refusal(sql, row, rules);
        if (refusal != null) {
            return refusal;
        }
        leases.hold(sql, lease);
        book.reserve(sql, row);
        return new Admission.Admitted(jobs.insert(sql, row, leases.holder()));
    }

    /** Who names the request decides what counts as the same one; of an unnamed one the arguments decide. */
    private Optional<Job> repeated(Sql sql, Job job, AdmissionRules rules) throws SQLException {
        String name = job.requestId();
        Instant since = clock.instant().minus(rules.duplicateWindow());
        return name == null
                ? jobs.alike(sql, job.tenant(), job.fingerprint(), since)
                : jobs.named(sql, job.tenant(), name);
    }

    /** The budget comes before the token, so that a refused call does not use it up. */
    private @Nullable Admission refusal(Sql sql, JobRow row, AdmissionRules rules) throws SQLException {
        Tenant tenant = row.job().tenant();
        Usd limit = rules.dayLimit();
        if (limit != null) {
            Usd price = row.job().order().estimate().amount();
            Usd asked = price == null ? Usd.ZERO : price;
            Usd spent = book.committed(sql, tenant, row.spendDay());
            if (spent.plus(asked).compareTo(limit) > 0) {
                return new Admission.OverBudget(spent, asked, limit);
            }
        }
        String token = rules.confirmToken();
        return token == null || tokens.use(sql, tenant, token) ? null : new Admission.ConfirmationSpent();
    }
}
