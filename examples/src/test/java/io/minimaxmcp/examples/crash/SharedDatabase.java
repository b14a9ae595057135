package io.minimaxmcp.examples.crash;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The PostgreSQL that replicas share; it can go away and come back with what it holds. */
public final class SharedDatabase implements AutoCloseable {
    private final Path data;
    private final boolean durable;
    private EmbeddedPostgres running;

    private SharedDatabase(Path folder, boolean durable) {
        this.data = folder.resolve("postgres");
        this.durable = durable;
        this.running = started(0);
    }

    public static SharedDatabase in(Path folder) {
        return new SharedDatabase(folder, false);
    }

    /** One that asks the disk for each commit, as real ones do: for figures. */
    static SharedDatabase durableIn(Path folder) {
        return new SharedDatabase(folder, true);
    }

    private EmbeddedPostgres started(int port) {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(2))
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", durable ? "on" : "off")
                .setServerConfig("synchronous_commit", durable ? "on" : "off");
        try {
            return (port == 0 ? builder : builder.setPort(port)).start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        }
    }

    /** These settings, and where the jobs are. */
    public Map<String, String> settings(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("MINIMAX_MCP_LEDGER", url());
        return settings;
    }

    private String url() {
        return running.getJdbcUrl("postgres", "postgres");
    }

    void stop() {
        try {
            running.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void startAgain() {
        running = started(running.getPort());
    }

    /** How many transactions it has committed. */
    long commits() {
        try (Connection connection = DriverManager.getConnection(url());
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
