package io.minimaxmcp.tools.job.ledger;

import java.sql.SQLException;

/** One operation on the ledger, run inside a transaction; it may be run again when that transaction failed as a whole. */
public interface Work<T> {
    T run(Sql sql) throws SQLException;
}
