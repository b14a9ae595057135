package io.minimaxmcp.tools.job.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings over what can still be read of a ledger that was set aside; of that, nothing is changed. */
final class Salvage {
    private static final Logger LOG = LoggerFactory.getLogger(Salvage.class);
    private static final List<String> JOB = List.of(
            "id",
            "version",
            "tenant",
            "sandbox",
            "request_id",
            "fingerprint",
            "kind",
            "status",
            "charge",
            "price_micros",
            "spend_day",
            "finished_at",
            "body");
    private static final List<String> SPENT =
            List.of("tenant", "sandbox", "day", "settled_micros", "reserved_micros", "jobs", "unpriced");

    private final Path aside;
    private final Sql into;

    Salvage(Path aside, Sql into) {
        this.aside = aside;
        this.into = into;
    }

    /** Blocks. However much is lost, it does not fail for that. */
    void run() throws IOException, SQLException {
        Path copies = Files.createTempDirectory(aside.getParent(), ".salvage");
        try {
            Path copy = copied(aside, copies, "");
            copied(aside, copies, "-wal");
            into.run("BEGIN IMMEDIATE");
            int jobs = table(copy, "job", JOB);
            table(copy, "spend_day", SPENT);
            into.run("COMMIT");
            LOG.atWarn().addKeyValue("jobs", jobs).log("What could be read of the damaged ledger was brought over");
        } finally {
            delete(copies);
        }
    }

    private static Path copied(Path aside, Path folder, String part) throws IOException {
        Path from = aside.resolveSibling(aside.getFileName() + part);
        Path to = folder.resolve("ledger.db" + part);
        return Files.exists(from) ? Files.copy(from, to) : to;
    }

    /** From both ends, because a broken page ends a walk through the rows. */
    private int table(Path copy, String table, List<String> columns) throws SQLException {
        return rows(copy, table, columns, "ASC") + rows(copy, table, columns, "DESC");
    }

    private int rows(Path copy, String table, List<String> columns, String order) throws SQLException {
        String names = String.join(", ", columns);
        String places = "?" + ", ?".repeat(columns.size() - 1);
        String insert = "INSERT OR IGNORE INTO " + table + " (" + names + ") VALUES (" + places + ")";
        String select = "SELECT " + names + " FROM " + table + " NOT INDEXED ORDER BY " + key(table) + " " + order;
        int brought = 0;
        try (var damaged = DriverManager.getConnection("jdbc:sqlite:" + copy);
                var statement = damaged.createStatement();
                ResultSet rows = statement.executeQuery(select)) {
            while (rows.next()) {
                brought += into.update(insert, values(rows, columns.size()));
            }
        } catch (SQLException broken) {
            LOG.atDebug().setCause(broken).log("here the damaged ledger ends");
        }
        return brought;
    }

    private static String key(String table) {
        return table.equals("job") ? "rowid" : "tenant, sandbox, day";
    }

    private static @Nullable Object[] values(ResultSet row, int columns) throws SQLException {
        @Nullable Object[] values = new Object[columns];
        for (int i = 0; i < columns; i++) {
            values[i] = row.getObject(i + 1);
        }
        return values;
    }

    private static void delete(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(folder)) {
            files = new ArrayList<>(found.toList());
        }
        files.add(folder);
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
