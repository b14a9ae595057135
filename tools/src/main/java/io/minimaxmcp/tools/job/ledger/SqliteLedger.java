package io.minimaxmcp.tools.job.ledger;

import io.minimaxmcp.schemas.Usd;
import io.minimaxmcp.tools.job.Admission;
import io.minimaxmcp.tools.job.AdmissionRules;
import io.minimaxmcp.tools.job.Job;
import io.minimaxmcp.tools.job.JobLedger;
import io.minimaxmcp.tools.job.JobQuery;
import io.minimaxmcp.tools.job.JobStage;
import io.minimaxmcp.tools.job.Spending;
import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.tool.Tenant;
import io.minimaxmcp.tools.upstream.Cap;
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

/** The embedded home of jobs: one SQLite file, shared by all processes of this machine, opened by the first operation. */
public final class SqliteLedger implements JobLedger {
    private final boolean sandbox;
    private final Clock clock;
    private final GroupCommit writer;
    private final Reader reader;
    private final JobTable jobs;
    private final SpendBook book;
    private final ConfirmTokens tokens;
    private final Leases leases;
    private final Admissions admissions;
    private final Places places;

    /**
     * Opens nothing yet.
     *
     * @param sandbox which world this is: jobs, budgets and tokens of the sandbox and of the real MiniMax never meet
     * @param lease how long jobs stay with this process after it took them in, unless it renews
     * @param callbacks where results are delivered
     */
    public SqliteLedger(LedgerFile file, boolean sandbox, Duration lease, Clock clock, Executor callbacks) {
        this(new SqliteFile(file, clock, List.of()), Holder.thisProcess(), sandbox, lease, clock, callbacks);
    }

    SqliteLedger(SqliteFile file, Holder self, boolean sandbox, Duration lease, Clock clock, Executor callbacks) {
        this.sandbox = sandbox;
        this.writer = new GroupCommit(file, callbacks);
        this.reader = new Reader(file, callbacks);
        this.clock = clock;
        LedgerClock time = LedgerClock.of(clock);
        this.jobs = new JobTable(sandbox, time);
        this.book = new SpendBook(sandbox);
        this.tokens = new ConfirmTokens(sandbox, time);
        this.leases = Leases.exclusive(self, sandbox, lease, time);
        this.places = Places.exclusive(sandbox, leases.holder(), time);
        this.admissions = new Admissions(jobs, book, tokens, leases, time);
    }

    @Override
    public CompletionStage<Admission> admit(Job job, AdmissionRules rules) {
        return Stages.from(() -> {
            if (job.sandbox() != sandbox) {
                throw new IllegalArgumentException("job " + job.id() + " is of another world");
            }
            if (writer.isBehind()) {
                throw LedgerFailure.overload();
            }
            JobRow row = JobRow.first(job);
            return writer.submit(
                    sql -> {
                        leases.hold(sql);
                        return admissions.admit(sql, row, rules);
                    },
                    Lasting.WITH_THE_NEXT);
        });
    }

    /** Never turned away, however much waits: what is under way is always written down. */
    @Override
    public CompletionStage<Job> store(Job changed) {
        return Stages.from(() -> {
            JobRow row = JobRow.next(changed);
            return known(changed, writer.submit(sql -> jobs.store(sql, row, leases, book), lasting(changed)));
        });
    }

    @Override
    public CompletionStage<Job> correct(Job heard) {
        return Stages.from(() -> {
            JobRow row = JobRow.next(heard);
            return known(heard, writer.submit(sql -> jobs.correct(sql, row, leases, book)));
        });
    }

    private static CompletionStage<Job> known(Job changed, CompletionStage<Job> stored) {
        return stored.exceptionally(thrown -> {
            throw new CompletionException(LedgerFailure.of(thrown, changed));
        });
    }

    /** Bytes that came inside an answer lie on disk and get their place next: the next change lasts. */
    private static Lasting lasting(Job changed) {
        boolean isOnDisk = changed.stage() == JobStage.COLLECTING
                && changed.outputs().stream().allMatch(output -> output.spool() != null);
        return isOnDisk ? Lasting.WITH_THE_NEXT : Lasting.AT_ONCE;
    }

    @Override
    public CompletionStage<Set<String>> takePlaces(Cap cap, List<Job> waiting) {
        return writer.submit(sql -> places.take(sql, cap, waiting), Lasting.WITH_THE_NEXT);
    }

    @Override
    public CompletionStage<Void> leavePlace(Job queued) {
        return writer.submit(sql -> places.leave(sql, queued), Lasting.WITH_THE_NEXT)
                .thenRun(() -> {});
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
    public CompletionStage<List<Job>> cancelled(Duration within) {
        return reader.submit(sql -> jobs.cancelled(sql, within));
    }

    @Override
    public CompletionStage<List<Job>> ordered(String kind, Instant since) {
        return reader.submit(sql -> jobs.ordered(sql, kind, since));
    }

    @Override
    public CompletionStage<List<Job>> claim(int limit, Duration lease, Predicate<Tenant> served) {
        return writer.submit(sql -> leases.claim(sql, limit, lease, served), Lasting.WITH_THE_NEXT);
    }

    @Override
    public CompletionStage<Optional<Job>> claim(Tenant tenant, String id, Duration lease) {
        return writer.submit(sql -> leases.claim(sql, tenant, id, lease), Lasting.WITH_THE_NEXT);
    }

    @Override
    public CompletionStage<Void> renew(Duration lease) {
        return writer.submit(sql -> leases.hold(sql, lease), Lasting.WITH_THE_NEXT)
                .thenRun(() -> {});
    }

    @Override
    public CompletionStage<Spending> spending(Tenant tenant, Instant since) {
        return reader.submit(sql -> book.since(sql, tenant, SpendBook.day(since)));
    }

    @Override
    public CompletionStage<Usd> committed(Tenant tenant, Instant day) {
        return reader.submit(sql -> book.committedWithKeyOf(sql, tenant, SpendBook.day(day)));
    }

    @Override
    public CompletionStage<Void> keepToken(Tenant tenant, String token, Instant expiresAt) {
        Duration good = Duration.between(clock.instant(), expiresAt);
        return writer.submit(sql -> tokens.keep(sql, tenant, token, good), Lasting.WITH_THE_NEXT)
                .thenRun(() -> {});
    }

    @Override
    public CompletionStage<Integer> forget(Instant finishedBefore) {
        return writer.submit(sql -> jobs.forget(sql, finishedBefore), Lasting.WITH_THE_NEXT);
    }

    /** A file tells nobody anything: who waits for another process looks again. */
    @Override
    public void listen(Consumer<String> changed) {}

    @Override
    public void close() {
        reader.close();
        writer.close(leases::release);
    }
}
