package io.minimaxmcp.tools.job.ledger.postgres;

import io.minimaxmcp.tools.job.ledger.LedgerFailure;
import io.minimaxmcp.tools.job.ledger.Sql;
import io.minimaxmcp.tools.job.ledger.Work;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs operations on the database, each in a transaction of its own, several at once. What collided is run again. Where the connection
 * broke during the commit, nobody is answered before the database could be asked what became of it.
 */
final class Transactions implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);
    private static final int COLLISIONS = 20;
    private static final int BROKEN_CONNECTIONS = 2;
    private static final int BACKLOG = 10_000;
    private static final Duration ASK_AGAIN = Duration.ofMillis(500);
    private static final Duration CLOSE = Duration.ofSeconds(10);

    private final Database database;
    private final ExecutorService threads;
    private final Executor callbacks;
    private final AtomicInteger waiting = new AtomicInteger();

    Transactions(Database database, int atOnce, Executor callbacks) {
        this.database = database;
        this.callbacks = callbacks;
        var number = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(atOnce, task -> {
            var made = new Thread(task, "minimax-ledger-" + number.incrementAndGet());
            made.setDaemon(true);
            return made;
        });
    }

    /** Whether so much waits for the database that what can be turned away should be. */
    boolean isBehind() {
        return waiting.get() >= BACKLOG;
    }

    /** Runs a small chore beside the operations, unless the ledger closes before. */
    void later(Duration pause, Runnable chore) {
        CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, threads)
                .execute(chore);
    }

    /** Reads what was committed before. */
    <T> CompletionStage<T> read(Work<T> work) {
        if (isBehind()) {
            return CompletableFuture.failedFuture(LedgerFailure.overload());
        }
        return begin(new Operation<>(work, null));
    }

    /** Writes what does no harm when it was written although its caller was told otherwise. */
    <T> CompletionStage<T> write(Work<T> work) {
        return write(work, sql -> Optional.empty());
    }

    /** @param found finds what an earlier attempt has written, if it has */
    <T> CompletionStage<T> write(Work<T> work, Work<Optional<T>> found) {
        return begin(new Operation<>(work, found));
    }

    private <T> CompletionStage<T> begin(Operation<T> operation) {
        waiting.incrementAndGet();
        try {
            threads.execute(() -> run(operation));
        } catch (RejectedExecutionException closed) {
            deliver(() -> operation.fail(closing(closed)));
        }
        return operation.outcome();
    }

    private <T> void run(Operation<T> operation) {
        try {
            T value = attempt(operation);
            deliver(() -> operation.outcome().complete(value));
        } catch (InDoubt broken) {
            askAgain(operation, broken);
        } catch (SQLException e) {
            if (operation.isInDoubt() && SqlState.isUnreachable(e)) {
                askAgain(operation, e);
            } else {
                deliver(() -> operation.fail(database.explained(e)));
            }
        } catch (RuntimeException | Error e) {
            deliver(() -> operation.fail(e));
        }
    }

    private <T> T attempt(Operation<T> operation) throws SQLException {
        int collisions = 0;
        int broken = 0;
        while (true) {
            try {
                return once(operation);
            } catch (InDoubt truthIsElsewhere) {
                throw truthIsElsewhere;
            } catch (SQLException e) {
                boolean collided = SqlState.isCollision(e) && ++collisions < COLLISIONS;
                boolean broke = SqlState.isUnreachable(e) && operation.hasBegun() && ++broken < BROKEN_CONNECTIONS;
                if (SqlState.isUnreachable(e)) {
                    database.suspect();
                }
                if (!collided && !broke) {
                    throw e;
                }
            }
        }
    }

    private <T> T once(Operation<T> operation) throws SQLException {
        operation.begun(false);
        try (Connection connection = database.lend()) {
            operation.begun(true);
            connection.setAutoCommit(operation.isReading());
            T value;
            try {
                value = operation.apply(new Sql(connection));
            } catch (SQLException | RuntimeException | Error e) {
                rollBack(connection, e);
                throw e;
            }
            if (!operation.isReading()) {
                commit(connection);
            }
            return value;
        }
    }

    private static void commit(Connection connection) throws SQLException {
        try {
            connection.commit();
        } catch (SQLException e) {
            if (SqlState.isUnknown(e)) {
                throw new InDoubt(e);
            }
            throw e;
        }
    }

    private static void rollBack(Connection connection, Throwable cause) {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        } catch (SQLException brokenAsWell) {
            cause.addSuppressed(brokenAsWell);
        }
    }

    private <T> void askAgain(Operation<T> operation, SQLException broken) {
        operation.doubt();
        LOG.atDebug().setCause(broken).log("the connection broke during a commit: asking what became of it");
        if (threads.isShutdown()) {
            deliver(() -> operation.fail(closing(broken)));
        } else {
            later(ASK_AGAIN, () -> run(operation));
        }
    }

    private static Throwable closing(Throwable cause) {
        return LedgerFailure.unavailable("The server is shutting down.", "Call again when it is back.", cause);
    }

    /** Who waits goes on elsewhere: a thread of the ledger is never kept. */
    private void deliver(Runnable answer) {
        waiting.decrementAndGet();
        try {
            callbacks.execute(answer);
        } catch (RejectedExecutionException closed) {
            answer.run();
        }
    }

    /** Lets what waits be done, then this, and ends. */
    void close(@Nullable Work<?> last) {
        if (last != null && !threads.isShutdown()) {
            write(last::run);
        }
        close();
    }

    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(CLOSE.toSeconds(), TimeUnit.SECONDS)) {
                LOG.atWarn().log("The ledger did not close in time");
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nobody knows whether it was committed. */
    private static final class InDoubt extends SQLException {
        InDoubt(SQLException cause) {
            super(cause.getMessage(), cause.getSQLState(), cause);
        }
    }
}
