package io.minimaxmcp.tools.job.ledger.postgres;

import io.minimaxmcp.tools.job.ledger.Sql;
import io.minimaxmcp.tools.job.ledger.Work;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One operation on its way, and who waits for it. Belongs to one thread at a time. */
final class Operation<T> {
    private final Work<T> work;
    private final @Nullable Work<Optional<T>> found;
    private final CompletableFuture<T> outcome = new CompletableFuture<>();
    private volatile boolean begun;
    private volatile boolean inDoubt;

    /** @param found finds what an earlier attempt has written; null where nothing is written */
    Operation(Work<T> work, @Nullable Work<Optional<T>> found) {
        this.work = work;
        this.found = found;
    }

    CompletableFuture<T> outcome() {
        return outcome;
    }

    boolean isReading() {
        return found == null;
    }

    T apply(Sql sql) throws SQLException {
        if (found != null && inDoubt) {
            Optional<T> before = found.run(sql);
            if (before.isPresent()) {
                return before.get();
            }
        }
        return work.run(sql);
    }

    /** Whether it had a connection: if not, trying again at once is no use. */
    boolean hasBegun() {
        return begun;
    }

    void begun(boolean connected) {
        begun = connected;
    }

    boolean isInDoubt() {
        return inDoubt;
    }

    void doubt() {
        inDoubt = true;
    }

    void fail(Throwable cause) {
        outcome.completeExceptionally(cause);
    }
}
