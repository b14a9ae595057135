package io.minimaxmcp.tools.job.ledger;

import io.minimaxmcp.schemas.Usd;
import io.minimaxmcp.tools.job.Admission;
import io.minimaxmcp.tools.job.AdmissionRules;
import io.minimaxmcp.tools.job.Job;
import io.minimaxmcp.tools.tool.Tenant;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a job is taken in. Runs inside one transaction that no other process can interleave with. */
public final class Admissions {
    private final JobTable jobs;
    private final SpendBook book;
    private final ConfirmTokens tokens;
    private final Leases leases;
    private final LedgerClock clock;

    public Admissions(JobTable jobs, SpendBook book, ConfirmTokens tokens, Leases leases, LedgerClock clock) {
        this.jobs = jobs;
        this.book = book;
        this.tokens = tokens;
        this.leases = leases;
        this.clock = clock;
    }

    /** Takes the job in for this process, which must have its lease, or says why not. */
    public Admission admit(Sql sql, JobRow row, AdmissionRules rules) throws SQLException {
        Instant now = clock.now(sql);
        Optional<Job> first = repeated(sql, row.job(), rules, now);
        if (first.isPresent()) {
            return new Admission.Duplicate(first.get());
        }
        long day = SpendBook.day(now);
        Admission refusal = refusal(sql, row, rules, day);
        if (refusal != null) {
            return refusal;
        }
        book.reserve(sql, row, day);
        return new Admission.Admitted(jobs.insert(sql, row, day, leases.holder()));
    }

    /** Who names the request decides what counts as the same one; of an unnamed one the arguments decide. */
    private Optional<Job> repeated(Sql sql, Job job, AdmissionRules rules, Instant now) throws SQLException {
        String name = job.requestId();
        Instant since = now.minus(rules.duplicateWindow());
        return name == null
                ? jobs.alike(sql, job.tenant(), job.fingerprint(), since)
                : jobs.named(sql, job.tenant(), name);
    }

    /** The budget comes before the token, so that a refused call does not use it up. */
    private @Nullable Admission refusal(Sql sql, JobRow row, AdmissionRules rules, long day) throws SQLException {
        Tenant tenant = row.job().tenant();
        Usd limit = rules.dayLimit();
        if (limit != null) {
            Usd price = row.job().order().estimate().amount();
            Usd asked = price == null ? Usd.ZERO : price;
            Usd all = book.committedWithKeyOf(sql, tenant, day);
            if (all.plus(asked).compareTo(limit) > 0) {
                Usd spent = book.committed(sql, tenant, day);
                return new Admission.OverBudget(spent, !spent.equals(all), asked, limit);
            }
        }
        String token = rules.confirmToken();
        return token == null || tokens.use(sql, tenant, token) ? null : new Admission.ConfirmationSpent();
    }
}
