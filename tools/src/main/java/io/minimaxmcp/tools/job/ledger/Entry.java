package io.minimaxmcp.tools.job.ledger;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One operation on its way through the ledger's thread, and who waits for it. */
final class Entry<T> {
    private final Work<T> work;
    private final Lasting lasting;
    private final CompletableFuture<T> waiter = new CompletableFuture<>();
    private @Nullable T value;
    private @Nullable Throwable problem;

    Entry(Work<T> work) {
        this(work, Lasting.AT_ONCE);
    }

    Entry(Work<T> work, Lasting lasting) {
        this.work = work;
        this.lasting = lasting;
    }

    Lasting lasting() {
        return lasting;
    }

    CompletableFuture<T> waiter() {
        return waiter;
    }

    /** Runs it as all there is in the transaction that is open; fails with that as a whole. */
    void attemptAlone(Sql sql) throws SQLException {
        problem = null;
        value = work.run(sql);
    }

    /** Runs it inside the transaction that is open, so that its failure undoes nothing but itself. */
    void attempt(Sql sql) throws SQLException {
        problem = null;
        sql.update("SAVEPOINT entry");
        try {
            value = work.run(sql);
        } catch (SQLException | RuntimeException | Error failed) {
            problem = failed;
            undo(sql, failed);
        }
        sql.update("RELEASE entry");
    }

    private static void undo(Sql sql, Throwable failed) throws SQLException {
        try {
            sql.update("ROLLBACK TO entry");
        } catch (SQLException wholeTransactionIsGone) {
            // What happened is the first failure; that there is nothing left to undo only follows from it.
            throw failed instanceof SQLException first ? first : wholeTransactionIsGone;
        }
    }

    void fail(Throwable cause) {
        problem = cause;
    }

    @Nullable
    Throwable problem() {
        return problem;
    }

    /** Lets the waiter go on, on the thread that calls this. */
    void deliver(LedgerFile file) {
        Throwable failed = problem;
        if (failed == null) {
            waiter.complete(value);
        } else {
            waiter.completeExceptionally(Trouble.asToolException(failed, file));
        }
    }
}
