package io.minimaxmcp.tools.job.ledger.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.minimaxmcp.tools.job.ledger.LedgerFailure;
import io.minimaxmcp.tools.tool.ToolException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The connections to the database, made when first needed; its schema is brought forward before the first of them is lent. */
final class Database implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration OF_THE_POOL = Duration.ofSeconds(3);
    private static final int TRIES = 3;
    /** Nobody waits longer for a database that took a statement and says nothing any more. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long LONGEST_REST_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final PostgresPlace place;
    private final int connections;
    private @Nullable HikariDataSource pool;
    private boolean closed;
    private volatile long downUntil = System.nanoTime();
    private volatile @Nullable SQLException down;
    private volatile boolean suspect = true;

    Database(PostgresPlace place, int connections) {
        this.place = place;
        this.connections = connections;
    }

    /** Lends a connection. Where none was to be had a moment ago, nobody waits to hear it again. Blocks for seconds at most. */
    Connection lend() throws SQLException {
        SQLException known = down;
        if (known != null && System.nanoTime() - downUntil < 0) {
            throw known;
        }
        long begun = System.nanoTime();
        try {
            if (suspect) {
                probe();
            }
            Connection lent = lent(1);
            down = null;
            return lent;
        } catch (SQLException e) {
            suspect = true;
            downUntil = System.nanoTime() + restAfter(System.nanoTime() - begun);
            down = e;
            throw e;
        }
    }

    /** Where it took long to hear that there is none, those who wait for a thread do not each take as long. */
    private static long restAfter(long tookNanos) {
        return Math.min(LONGEST_REST_NANOS, Math.max(REST_NANOS, tookNanos));
    }

    /** A pool that has none in time may have a slow machine or no database: only the second is worth an error. */
    private Connection lent(int attempt) throws SQLException {
        try {
            return pool().getConnection();
        } catch (SQLTransientConnectionException none) {
            if (attempt == TRIES) {
                throw none;
            }
            probe();
            return lent(attempt + 1);
        }
    }

    /** The pool tries for as long as it may, even where nobody answers the door: this hears it at once. */
    private void probe() throws SQLException {
        DriverManager.getConnection(place.url(), properties(SILENCE)).close();
        suspect = false;
    }

    /** Has the next one who wants a connection find out first whether there is a database. */
    void suspect() {
        suspect = true;
    }

    /** A connection outside the pool, for who keeps it and waits on it. */
    Connection own() throws SQLException {
        pool();
        return DriverManager.getConnection(place.url(), properties(Duration.ZERO));
    }

    private synchronized HikariDataSource pool() throws SQLException {
        if (closed) {
            throw LedgerFailure.unavailable("The server is shutting down.", "Call again when it is back.", null);
        }
        HikariDataSource ready = pool;
        if (ready == null) {
            ready = new HikariDataSource(config());
            try {
                Schema.bringForward(ready, place);
            } catch (SQLException | RuntimeException | Error e) {
                ready.close();
                throw e;
            }
            pool = ready;
        }
        return ready;
    }

    private HikariConfig config() {
        var config = new HikariConfig();
        config.setPoolName("minimax-ledger");
        config.setDriverClassName("org.postgresql.Driver");
        config.setJdbcUrl(place.url());
        config.setDataSourceProperties(properties(SILENCE));
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(OF_THE_POOL.toMillis());
        config.setValidationTimeout(OF_THE_POOL.toMillis());
        config.setInitializationFailTimeout(-1);
        return config;
    }

    private static Properties properties(Duration silence) {
        var properties = new Properties();
        properties.setProperty("ApplicationName", "minimax-mcp");
        properties.setProperty("connectTimeout", Long.toString(PATIENCE.toSeconds()));
        properties.setProperty("loginTimeout", Long.toString(PATIENCE.toSeconds()));
        properties.setProperty("socketTimeout", Long.toString(silence.toSeconds()));
        properties.setProperty("tcpKeepAlive", "true");
        return properties;
    }

    /** As callers learn of it; what is no trouble with the database stays a bug of ours. */
    Throwable explained(Throwable problem) {
        if (!(problem instanceof SQLException sql)) {
            return problem;
        }
        if (SqlState.isRefusal(sql)) {
            return LedgerFailure.unavailable(
                    "The database of the job ledger, " + place + ", does not let this server in.",
                    "Check user, password, database and rights in MINIMAX_MCP_LEDGER.",
                    sql);
        }
        if (SqlState.isUnknown(sql) || SqlState.isReadOnly(sql) || SqlState.isCollision(sql)) {
            return canBeRetried(sql);
        }
        return new IllegalStateException("the ledger refused a statement", sql);
    }

    private ToolException canBeRetried(SQLException cause) {
        ToolException told = LedgerFailure.unavailable(
                "The database of the job ledger, " + place + ", cannot be used right now.",
                "Call again in a few seconds; if it stays so, tell whoever runs this server.",
                cause);
        return new ToolException(told.failure().canBeRetried(), cause);
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (pool != null) {
            pool.close();
            pool = null;
        }
    }
}
