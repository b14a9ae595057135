package io.minimaxmcp.tools.job.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The one writer of this process. What waits while a commit is under way is committed together next, so that the disk is asked once
 * for all of it; nothing is answered before its commit.
 */
final class GroupCommit {
    /** Keeps the lock on the file short for other processes. */
    private static final int BATCH = 256;

    private final Session session;
    private final LedgerThread thread;
    private final ConcurrentLinkedQueue<Entry<?>> waiting = new ConcurrentLinkedQueue<>();

    GroupCommit(SqliteFile file, Executor callbacks) {
        this.session = new Session(file);
        this.thread = new LedgerThread("minimax-ledger-writer", file.place(), callbacks);
    }

    boolean isBehind() {
        return thread.isBehind();
    }

    <T> CompletionStage<T> submit(Work<T> work) {
        return submit(work, Lasting.AT_ONCE);
    }

    <T> CompletionStage<T> submit(Work<T> work, Lasting lasting) {
        var entry = new Entry<>(work, lasting);
        waiting.add(entry);
        // One run for each entry: those whose entry an earlier run took along find nothing to do.
        return thread.run(entry, this::commitWaiting);
    }

    private void commitWaiting() {
        List<Entry<?>> batch = take();
        if (!batch.isEmpty()) {
            commit(batch);
            batch.forEach(this::deliver);
        }
    }

    private List<Entry<?>> take() {
        var batch = new ArrayList<Entry<?>>();
        Entry<?> next = waiting.poll();
        while (next != null) {
            batch.add(next);
            next = batch.size() < BATCH ? waiting.poll() : null;
        }
        return batch;
    }

    private void commit(List<Entry<?>> batch) {
        Sql sql = begin(batch);
        if (sql == null) {
            return;
        }
        try {
            if (batch.size() == 1) {
                batch.get(0).attemptAlone(sql);
            } else {
                for (Entry<?> entry : batch) {
                    entry.attempt(sql);
                }
            }
            sql.update("COMMIT");
        } catch (SQLException | RuntimeException | Error whole) {
            rollBack(sql, whole);
            eachAlone(batch, whole);
        }
    }

    private @Nullable Sql begin(List<Entry<?>> batch) {
        try {
            Sql sql = session.sql(lastingOf(batch));
            sql.update("BEGIN IMMEDIATE");
            return sql;
        } catch (SQLException | RuntimeException | Error notBegun) {
            batch.forEach(entry -> entry.fail(notBegun));
            return null;
        }
    }

    private static Lasting lastingOf(List<Entry<?>> batch) {
        return batch.stream().anyMatch(entry -> entry.lasting() == Lasting.AT_ONCE)
                ? Lasting.AT_ONCE
                : Lasting.WITH_THE_NEXT;
    }

    private static void rollBack(Sql sql, Throwable cause) {
        try {
            sql.update("ROLLBACK");
        } catch (SQLException alreadyRolledBack) {
            cause.addSuppressed(alreadyRolledBack);
        }
    }

    /** A transaction that failed as a whole says nothing of its parts: each meets its own fate. */
    private void eachAlone(List<Entry<?>> batch, Throwable whole) {
        session.met(whole);
        if (batch.size() == 1) {
            batch.get(0).fail(whole);
        } else {
            batch.forEach(entry -> commit(List.of(entry)));
        }
    }

    private void deliver(Entry<?> entry) {
        session.met(entry.problem());
        thread.deliver(entry);
    }

    /** Runs what waits and then this, if there is anything to end, and closes. */
    void close(Work<?> last) {
        thread.close(() -> {
            while (!waiting.isEmpty()) {
                commitWaiting();
            }
            if (session.isOpen()) {
                commit(List.of(new Entry<>(last)));
                session.drop();
            }
        });
    }
}
