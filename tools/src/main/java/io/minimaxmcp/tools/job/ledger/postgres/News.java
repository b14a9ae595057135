package io.minimaxmcp.tools.job.ledger.postgres;

import io.minimaxmcp.tools.job.ledger.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells other replicas at once which jobs changed. Sent after the change was committed and many at a time, because PostgreSQL commits
 * transactions that notify one after the other. What is lost on the way, who waits finds by looking again.
 */
final class News implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(News.class);
    private static final String CHANNEL = "minimax_mcp_job";
    private static final String TELL =
            "SELECT count(pg_notify('" + CHANNEL + "', id)) FROM unnest(string_to_array(?, ',')) AS id";
    private static final Duration TOGETHER = Duration.ofMillis(10);
    private static final int WAIT_MILLIS = 5_000;

    private final Database database;
    private final Transactions transactions;
    private final ConcurrentLinkedQueue<String> changes = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean telling = new AtomicBoolean();
    private volatile @Nullable Thread listener;
    private volatile boolean closed;

    News(Database database, Transactions transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    void changed(String jobId) {
        changes.add(jobId);
        if (telling.compareAndSet(false, true)) {
            transactions.later(TOGETHER, this::tell);
        }
    }

    private void tell() {
        telling.set(false);
        List<String> ids = new ArrayList<>();
        for (String id = changes.poll(); id != null; id = changes.poll()) {
            ids.add(id);
        }
        if (ids.isEmpty()) {
            return;
        }
        try (Connection connection = database.lend()) {
            connection.setAutoCommit(true);
            new Sql(connection).first(TELL, row -> row.getLong(1), String.join(",", ids));
        } catch (SQLException | RuntimeException unheard) {
            LOG.atDebug().setCause(unheard).log("changes of jobs were not told to other replicas");
        }
    }

    /** Tells of changes that any replica made, from now on. */
    synchronized void listen(Consumer<String> told) {
        if (listener == null && !closed) {
            Thread made = new Thread(() -> listenOn(told), "minimax-ledger-listener");
            made.setDaemon(true);
            listener = made;
            made.start();
        }
    }

    private void listenOn(Consumer<String> told) {
        while (!closed) {
            try (Connection connection = database.own()) {
                new Sql(connection).run("LISTEN " + CHANNEL);
                PGConnection events = connection.unwrap(PGConnection.class);
                while (!closed) {
                    deliver(events.getNotifications(WAIT_MILLIS), told);
                }
            } catch (SQLException | RuntimeException interrupted) {
                LOG.atDebug().setCause(interrupted).log("changes of jobs are looked for instead of heard of");
                rest();
            }
        }
    }

    private static void deliver(PGNotification @Nullable [] heard, Consumer<String> told) {
        if (heard != null) {
            for (PGNotification one : heard) {
                told.accept(one.getParameter());
            }
        }
    }

    private void rest() {
        try {
            TimeUnit.MILLISECONDS.sleep(WAIT_MILLIS);
        } catch (InterruptedException leave) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        Thread running = listener;
        if (running != null) {
            running.interrupt();
        }
    }
}
