package io.minimaxmcp.tools.job.ledger.postgres;

import io.minimaxmcp.tools.job.ledger.LedgerFailure;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/** Brings the database's schema forward, never back, however many replicas start at once. */
final class Schema {
    private static final String SCRIPTS = "classpath:io/minimaxmcp/tools/job/ledger/postgres";

    private Schema() {}

    /** @throws io.minimaxmcp.tools.tool.ToolException when the database is newer than this program, or is another program's */
    static void bringForward(DataSource database, PostgresPlace place) throws SQLException {
        try (Connection reachable = database.getConnection()) {
            Flyway flyway = Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(database)
                    .defaultSchema(reachable.getSchema())
                    .locations(SCRIPTS)
                    .failOnMissingLocations(true)
                    .load();
            refuseNewer(flyway, place);
            flyway.migrate();
        } catch (FlywayException refused) {
            throw asKnown(refused, place);
        }
    }

    private static void refuseNewer(Flyway flyway, PostgresPlace place) {
        for (MigrationInfo applied : flyway.info().applied()) {
            if (applied.getState().name().startsWith("FUTURE")) {
                throw LedgerFailure.unavailable(
                        "The job ledger " + place + " has schema " + applied.getVersion()
                                + ", which this minimax-mcp does not know.",
                        "Update minimax-mcp, or set MINIMAX_MCP_LEDGER to another database.",
                        null);
            }
        }
    }

    private static RuntimeException asKnown(FlywayException refused, PostgresPlace place) throws SQLException {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                throw sql;
            }
        }
        return LedgerFailure.unavailable(
                "The database " + place + " cannot be used as a job ledger: it holds something else, or was changed.",
                "Set MINIMAX_MCP_LEDGER to a database or a schema (?currentSchema=) of its own.",
                refused);
    }
}
