package io.minimaxmcp.tools.job.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;

/** Brings the schema forward, one numbered script after the other; never back. */
final class Migrations {
    /** In order; the position is the version. A script that was released is never changed. */
    private static final List<String> SCRIPTS = List.of("V1__jobs.sql", "V2__spending_of_a_day.sql", "V3__places.sql");

    private Migrations() {}

    /**
     * Leaves the newest schema. Only for who holds the {@link OpeningLock}.
     *
     * @throws io.minimaxmcp.tools.tool.ToolException when the file is newer than this program, or is not a ledger
     */
    static void apply(Sql sql, LedgerFile file) throws SQLException {
        int at = version(sql, file);
        if (at == SCRIPTS.size()) {
            return;
        }
        // Where this fails the connection is closed, which undoes it.
        sql.run("BEGIN IMMEDIATE");
        for (; at < SCRIPTS.size(); at++) {
            script(sql, SCRIPTS.get(at));
        }
        sql.run("PRAGMA user_version = " + at);
        sql.run("COMMIT");
    }

    private static int version(Sql sql, LedgerFile file) throws SQLException {
        int version = number(sql, "SELECT user_version FROM pragma_user_version");
        if (version > SCRIPTS.size()) {
            throw LedgerFailure.unavailable(
                    "The job ledger %s has schema %d; this minimax-mcp knows schemas up to %d."
                            .formatted(file.path(), version, SCRIPTS.size()),
                    "Update minimax-mcp, or set MINIMAX_MCP_DATA_DIR to another folder.",
                    null);
        }
        if (version == 0 && number(sql, "SELECT count(*) FROM sqlite_schema") > 0) {
            throw LedgerFailure.unavailable(
                    "The file " + file.path() + " is a database of another program.",
                    "Set MINIMAX_MCP_LEDGER or MINIMAX_MCP_DATA_DIR to another place.",
                    null);
        }
        return version;
    }

    private static int number(Sql sql, String query) throws SQLException {
        return sql.first(query, row -> row.getInt(1)).orElseThrow();
    }

    private static void script(Sql sql, String name) throws SQLException {
        for (String statement : text(name).split(";\\s*\\n", -1)) {
            if (!statement.isBlank()) {
                sql.run(statement);
            }
        }
    }

    private static String text(String name) {
        try (InputStream script = Migrations.class.getResourceAsStream("sqlite/" + name)) {
            if (script == null) {
                throw new IllegalStateException("migration " + name + " is missing");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
