package io.minimaxmcp.tools.job.ledger;

import io.minimaxmcp.tools.job.Admission;
import io.minimaxmcp.tools.job.AdmissionRules;
import io.minimaxmcp.tools.job.Job;
import io.minimaxmcp.tools.job.JobLedger;
import io.minimaxmcp.tools.job.JobQuery;
import io.minimaxmcp.tools.job.JobStage;
import io.minimaxmcp.tools.job.Spending;
import io.minimaxmcp.tools.tool.Charged;
import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.tool.Tenant;
import io.minimaxmcp.tools.tool.ToolException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** The embedded home of jobs: one SQLite file, shared by all processes of this machine, opened by the first operation. */
public final class SqliteLedger implements JobLedger {
    private final boolean sandbox;
    private final GroupCommit writer;
    private final Reader reader;
    private final JobTable jobs;
    private final SpendBook book;
    private final ConfirmTokens tokens;
    private final Leases leases;
    private final Admissions admissions;

    /**
     * Opens nothing yet.
     *
     * @param sandbox which world this is: jobs, budgets and tokens of the sandbox and of the real MiniMax never meet
     * @param lease how long jobs stay with this process after it took them in, unless it renews
     * @param callbacks where results are delivered
     */
    public SqliteLedger(LedgerFile file, boolean sandbox, Duration lease, Clock clock, Executor callbacks) {
        this(new SqliteFile(file, clock, List.of()), sandbox, lease, clock, callbacks);
    }

    SqliteLedger(SqliteFile file, boolean sandbox, Duration lease, Clock clock, Executor callbacks) {
        this.sandbox = sandbox;
        this.writer = new GroupCommit(file, callbacks);
        this.reader = new Reader(file, callbacks);
        this.jobs = new JobTable(sandbox);
        this.book = new SpendBook(sandbox);
        this.tokens = new ConfirmTokens(sandbox, clock);
        this.leases = new Leases(Holder.thisProcess(), sandbox, clock);
        this.admissions = new Admissions(jobs, book, tokens, leases, lease, clock);
    }

    @Override
    public CompletionStage<Admission> admit(Job job, AdmissionRules rules) {
        return Stages.from(() -> {
            if (job.sandbox() != sandbox) {
                throw new IllegalArgumentException("job " + job.id() + " is of another world");
            }
            if (writer.isBehind()) {
                throw Trouble.overload();
            }
            JobRow row = JobRow.first(job);
            return writer.submit(sql -> admissions.admit(sql, row, rules));
        });
    }

    /** Never turned away, however much waits: what is under way is always written down. */
    @Override
    public CompletionStage<Job> store(Job changed) {
        return Stages.from(() -> {
            JobRow row = JobRow.next(changed);
            CompletionStage<Job> stored = writer.submit(sql -> jobs.store(sql, row, leases.holder(), book));
            return stored.exceptionally(thrown -> {
                throw new CompletionException(ofJob(thrown, changed));
            });
        });
    }

    /** Until it was sent it cost nothing; from then on, that it cannot be written down says nothing of that. */
    private static Throwable ofJob(Throwable thrown, Job job) {
        ToolException told = ToolException.in(thrown);
        if (told != null) {
            boolean unsent = job.stage() == JobStage.QUEUED || job.stage() == JobStage.SENDING;
            return new ToolException(
                    told.failure()
                            .charged(unsent ? Charged.NO : Charged.UNKNOWN)
                            .ofJob(job.id()),
                    told);
        }
        return thrown;
    }

    @Override
    public CompletionStage<Optional<Job>> find(Tenant tenant, String id) {
        return reader.submit(sql -> jobs.find(sql, tenant, id));
    }

    @Override
    public CompletionStage<List<Job>> list(Tenant tenant, JobQuery query) {
        return reader.submit(sql -> jobs.list(sql, tenant, query));
    }

    @Override
    public CompletionStage<List<Job>> claim(int limit, Duration lease) {
        return writer.submit(sql -> leases.claim(sql, limit, lease));
    }

    @Override
    public CompletionStage<Void> renew(Duration lease) {
        return writer.submit(sql -> leases.hold(sql, lease)).thenRun(() -> {});
    }

    @Override
    public CompletionStage<Spending> spending(Tenant tenant, Instant since) {
        return reader.submit(sql -> book.since(sql, tenant, JobRow.spendDay(since)));
    }

    @Override
    public CompletionStage<Void> keepToken(Tenant tenant, String token, Instant expiresAt) {
        return writer.submit(sql -> tokens.keep(sql, tenant, token, expiresAt)).thenRun(() -> {});
    }

    @Override
    public CompletionStage<Integer> forget(Instant finishedBefore) {
        return writer.submit(sql -> jobs.forget(sql, finishedBefore));
    }

    @Override
    public void close() {
        reader.close();
        writer.close(leases::release);
    }
}
