package io.minimaxmcp.tools.job.ledger.postgres;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** What PostgreSQL's five letters mean for what is done next (PostgreSQL manual, appendix A). */
final class SqlState {
    /** What a collision is called where we say so ourselves: {@code serialization_failure}. */
    static final String COLLISION = "40001";

    private static final String DEADLOCK = "40P01";
    private static final Set<String> COLLISIONS = Set.of(COLLISION, DEADLOCK);
    private static final String FOREIGN_KEY_VIOLATION = "23503";

    private SqlState() {}

    /** The transaction did nothing because another was in its way: it may be run again as it is. */
    static boolean isCollision(SQLException problem) {
        return COLLISIONS.contains(state(problem));
    }

    /** Nobody says whether it was done: {@code statement_completion_unknown}, or a connection that broke. */
    static boolean isUnknown(SQLException problem) {
        return state(problem).equals("40003") || isUnreachable(problem);
    }

    /** A row that is referred to is not there. */
    static boolean isForeignKey(SQLException problem) {
        return state(problem).equals(FOREIGN_KEY_VIOLATION);
    }

    /** The database cannot be reached, is going down or coming up, or takes nobody in. */
    static boolean isUnreachable(SQLException problem) {
        String state = state(problem);
        return problem instanceof SQLTransientConnectionException
                || problem instanceof SQLNonTransientConnectionException
                || state.startsWith("08")
                || state.startsWith("57P")
                || state.startsWith("53")
                || state.startsWith("58");
    }

    /** It lets this user or password not in, or has no such database. */
    static boolean isRefusal(SQLException problem) {
        String state = state(problem);
        return state.startsWith("28") || state.startsWith("3D") || state.equals("42501");
    }

    /** It can be read but not written: a standby, or one whose disk is full. */
    static boolean isReadOnly(SQLException problem) {
        return state(problem).equals("25006");
    }

    private static String state(SQLException problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }
}
