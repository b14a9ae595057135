package io.minimaxmcp.tools.job.ledger;

import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread's connection: opened when first needed, and anew when the file below it was lost or replaced. */
final class Session {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    private final SqliteFile file;
    private @Nullable Sql open;
    private @Nullable Object key;
    private Lasting lasting = Lasting.AT_ONCE;

    Session(SqliteFile file) {
        this.file = file;
    }

    /** SQLite would go on writing into a file that was deleted or moved away, and all of it would be lost. */
    Sql sql() {
        if (open != null && !Objects.equals(key, file.key())) {
            drop();
        }
        if (open == null) {
            open = file.open();
            key = file.key();
            lasting = Lasting.AT_ONCE;
        }
        return open;
    }

    /** The same, with commits that last as long as they are to; not to be asked for inside a transaction. */
    Sql sql(Lasting wanted) throws SQLException {
        Sql sql = sql();
        if (wanted != lasting) {
            sql.run(wanted.pragma());
            lasting = wanted;
        }
        return sql;
    }

    boolean isOpen() {
        return open != null;
    }

    /** Gives the connection up if it met a trouble that does not pass. */
    void met(@Nullable Throwable problem) {
        Trouble trouble = problem == null ? null : Trouble.in(problem);
        if (trouble != null && trouble.endsConnection()) {
            file.suspect();
            drop();
        }
    }

    void drop() {
        Sql dropped = open;
        open = null;
        if (dropped != null) {
            try {
                dropped.close();
            } catch (SQLException e) {
                LOG.atWarn().setCause(e).log("A connection to the ledger did not close");
            }
        }
    }
}
