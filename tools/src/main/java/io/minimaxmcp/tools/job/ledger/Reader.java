package io.minimaxmcp.tools.job.ledger;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** The one thread of this process that reads: it never waits for the writer, and sees all that was committed. */
final class Reader {
    private final Session session;
    private final LedgerThread thread;

    Reader(SqliteFile file, Executor callbacks) {
        this.session = new Session(file);
        this.thread = new LedgerThread("minimax-ledger-reader", file.place(), callbacks);
    }

    <T> CompletionStage<T> submit(Work<T> work) {
        if (thread.isBehind()) {
            return CompletableFuture.failedFuture(LedgerFailure.overload());
        }
        var entry = new Entry<>(work);
        return thread.run(entry, () -> read(entry));
    }

    private void read(Entry<?> entry) {
        try {
            entry.attempt(session.sql());
        } catch (SQLException | RuntimeException | Error e) {
            entry.fail(e);
        }
        session.met(entry.problem());
        thread.deliver(entry);
    }

    void close() {
        thread.close(session::drop);
    }
}
