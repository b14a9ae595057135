package io.minimaxmcp.tools.job.ledger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL, one for all tests of this process, started by the first that needs it and stopped at the end. */
public final class PostgresServer {
    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static @Nullable EmbeddedPostgres running;

    private PostgresServer() {}

    /** The address of a schema that is empty and nobody else's. */
    public static String emptySchema() {
        String schema = "t" + SCHEMAS.incrementAndGet();
        String url = server().getJdbcUrl("postgres", "postgres");
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + schema);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL made no schema", e);
        }
        return url + "&currentSchema=" + schema;
    }

    /** What every test's server is like: patient when the machine is busy. */
    static EmbeddedPostgres.Builder settings() {
        return EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(2))
                .setServerConfig("fsync", "off")
                .setServerConfig("max_connections", "200");
    }

    private static synchronized EmbeddedPostgres server() {
        EmbeddedPostgres known = running;
        if (known == null) {
            try {
                known = settings().start();
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL did not start", e);
            }
            running = known;
        }
        return known;
    }
}
