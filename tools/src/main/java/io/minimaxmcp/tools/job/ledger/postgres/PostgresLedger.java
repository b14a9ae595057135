package io.minimaxmcp.tools.job.ledger.postgres;

import io.minimaxmcp.schemas.Usd;
import io.minimaxmcp.tools.job.Admission;
import io.minimaxmcp.tools.job.AdmissionRules;
import io.minimaxmcp.tools.job.Job;
import io.minimaxmcp.tools.job.JobLedger;
import io.minimaxmcp.tools.job.JobQuery;
import io.minimaxmcp.tools.job.Spending;
import io.minimaxmcp.tools.job.ledger.Admissions;
import io.minimaxmcp.tools.job.ledger.ConfirmTokens;
import io.minimaxmcp.tools.job.ledger.Holder;
import io.minimaxmcp.tools.job.ledger.JobRow;
import io.minimaxmcp.tools.job.ledger.JobTable;
import io.minimaxmcp.tools.job.ledger.Leases;
import io.minimaxmcp.tools.job.ledger.LedgerClock;
import io.minimaxmcp.tools.job.ledger.LedgerFailure;
import io.minimaxmcp.tools.job.ledger.Places;
import io.minimaxmcp.tools.job.ledger.SpendBook;
import io.minimaxmcp.tools.job.ledger.Sql;
import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.tool.Tenant;
import io.minimaxmcp.tools.upstream.Cap;
import io.minimaxmcp.tools.upstream.LaneTokens;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The home of jobs that many replicas share, in PostgreSQL. Connected by the first operation; does not end while the database is away. */
public final class PostgresLedger implements JobLedger {
    /** Each is a connection: more of them than the database has cores only wait there instead of here. */
    private static final int AT_ONCE = 8;

    /** Time is the database's, so that clocks that differ do no harm. */
    private static final LedgerClock DATABASE_TIME = sql -> Instant.ofEpochMilli(
            sql.first("SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint", row -> row.getLong(1))
                    .orElseThrow());

    private final boolean sandbox;
    private final Clock clock;
    private final Database database;
    private final Transactions transactions;
    private final News news;
    private final PostgresLanes lanes;
    private final Gate gate;
    private final JobTable jobs;
    private final SpendBook book;
    private final ConfirmTokens tokens;
    private final Leases leases;
    private final Tenure tenure;
    private final Admissions admissions;
    private final Places places;

    /**
     * Connects to nothing yet.
     *
     * @param sandbox which world this is: jobs, budgets and tokens of the sandbox and of the real MiniMax never meet
     * @param lease how long jobs stay with this process after it took them in, unless it renews
     * @param callbacks where results are delivered
     */
    public PostgresLedger(PostgresPlace place, boolean sandbox, Duration lease, Clock clock, Executor callbacks) {
        this(place, Holder.thisProcess(), sandbox, lease, clock, DATABASE_TIME, callbacks);
    }

    /** @param time whose time decides, instead of the database's */
    public PostgresLedger(
            PostgresPlace place,
            Holder self,
            boolean sandbox,
            Duration lease,
            Clock clock,
            LedgerClock time,
            Executor callbacks) {
        this.sandbox = sandbox;
        this.clock = clock;
        this.database = new Database(place, AT_ONCE);
        this.transactions = new Transactions(database, AT_ONCE, callbacks);
        this.news = new News(database, transactions);
        this.lanes = new PostgresLanes(transactions, time);
        this.gate = new Gate(sandbox);
        this.jobs = new JobTable(sandbox, time);
        this.book = new SpendBook(sandbox);
        this.tokens = new ConfirmTokens(sandbox, time);
        this.leases = Leases.skippingLocked(self, sandbox, lease, time);
        this.tenure = new Tenure(leases, lease);
        this.places = Places.locking(sandbox, leases.holder(), time);
        this.admissions = new Admissions(jobs, book, tokens, leases, time);
    }

    /** The rate limits that all replicas keep together. */
    public LaneTokens lanes() {
        return lanes;
    }

    @Override
    public CompletionStage<Admission> admit(Job job, AdmissionRules rules) {
        return Stages.from(() -> {
            if (job.sandbox() != sandbox) {
                throw new IllegalArgumentException("job " + job.id() + " is of another world");
            }
            if (transactions.isBehind()) {
                throw LedgerFailure.overload();
            }
            JobRow row = JobRow.first(job);
            return transactions.write(sql -> admit(sql, row, rules), sql -> admitted(sql, row));
        });
    }

    private Admission admit(Sql sql, JobRow row, AdmissionRules rules) throws SQLException {
        return tenure.during(sql, () -> {
            gate.enter(sql, row.job().tenant());
            if (rules.dayLimit() != null && !row.job().tenant().paysItself()) {
                gate.enterBudget(sql);
            }
            return admissions.admit(sql, row, rules);
        });
    }

    private Optional<Admission> admitted(Sql sql, JobRow row) throws SQLException {
        return jobs.find(sql, row.job().tenant(), row.job().id()).map(Admission.Admitted::new);
    }

    /** Never turned away, however much waits: what is under way is always written down. */
    @Override
    public CompletionStage<Job> store(Job changed) {
        return Stages.from(() -> {
            JobRow row = JobRow.next(changed);
            return told(
                    changed, transactions.write(sql -> jobs.store(sql, row, leases, book), sql -> stored(sql, row)));
        });
    }

    @Override
    public CompletionStage<Job> correct(Job heard) {
        return Stages.from(() -> {
            JobRow row = JobRow.next(heard);
            return told(
                    heard, transactions.write(sql -> jobs.correct(sql, row, leases, book), sql -> stored(sql, row)));
        });
    }

    private CompletionStage<Job> told(Job changed, CompletionStage<Job> stored) {
        return stored.handle((job, thrown) -> {
            if (thrown == null) {
                news.changed(job.id());
                return job;
            }
            throw new CompletionException(LedgerFailure.of(thrown, changed));
        });
    }

    private Optional<Job> stored(Sql sql, JobRow row) throws SQLException {
        return jobs.find(sql, row.job().tenant(), row.job().id()).filter(row.job()::equals);
    }

    @Override
    public CompletionStage<Set<String>> takePlaces(Cap cap, List<Job> waiting) {
        return transactions.write(sql -> places.take(sql, cap, waiting));
    }

    @Override
    public CompletionStage<Void> leavePlace(Job queued) {
        return transactions.write(sql -> places.leave(sql, queued)).thenRun(() -> {});
    }

    @Override
    public CompletionStage<Optional<Job>> find(Tenant tenant, String id) {
        return transactions.read(sql -> jobs.find(sql, tenant, id));
    }

    @Override
    public CompletionStage<List<Job>> list(Tenant tenant, JobQuery query) {
        return transactions.read(sql -> jobs.list(sql, tenant, query));
    }

    @Override
    public CompletionStage<List<Job>> cancelled(Duration within) {
        return transactions.read(sql -> jobs.cancelled(sql, within));
    }

    @Override
    public CompletionStage<List<Job>> ordered(String kind, Instant since) {
        return transactions.read(sql -> jobs.ordered(sql, kind, since));
    }

    /** Where the first attempt may have claimed jobs, all are claimed anew: who asks knows those that it has already. */
    @Override
    public CompletionStage<List<Job>> claim(int limit, Duration lease, Predicate<Tenant> served) {
        return transactions.write(
                sql -> {
                    tenure.prolong(sql, lease);
                    return leases.claim(sql, limit, lease, served);
                },
                sql -> Optional.of(leases.held(sql)));
    }

    @Override
    public CompletionStage<Optional<Job>> claim(Tenant tenant, String id, Duration lease) {
        return transactions.write(
                sql -> {
                    tenure.prolong(sql, lease);
                    return leases.claim(sql, tenant, id, lease);
                },
                sql -> {
                    Optional<Job> before = leases.held(sql).stream()
                            .filter(job -> job.id().equals(id))
                            .findFirst();
                    return before.isPresent() ? Optional.of(before) : Optional.empty();
                });
    }

    @Override
    public CompletionStage<Void> renew(Duration lease) {
        return transactions.write(sql -> tenure.prolong(sql, lease)).thenRun(() -> {});
    }

    @Override
    public CompletionStage<Spending> spending(Tenant tenant, Instant since) {
        return transactions.read(sql -> book.since(sql, tenant, SpendBook.day(since)));
    }

    @Override
    public CompletionStage<Usd> committed(Tenant tenant, Instant day) {
        return transactions.read(sql -> book.committedWithKeyOf(sql, tenant, SpendBook.day(day)));
    }

    @Override
    public CompletionStage<Void> keepToken(Tenant tenant, String token, Instant expiresAt) {
        Duration good = Duration.between(clock.instant(), expiresAt);
        return transactions.write(sql -> tokens.keep(sql, tenant, token, good)).thenRun(() -> {});
    }

    @Override
    public CompletionStage<Integer> forget(Instant finishedBefore) {
        return transactions.write(sql -> jobs.forget(sql, finishedBefore));
    }

    @Override
    public void listen(Consumer<String> changed) {
        news.listen(changed);
    }

    @Override
    public void close() {
        news.close();
        transactions.close(tenure.isBegun() ? leases::release : null);
        database.close();
    }
}
