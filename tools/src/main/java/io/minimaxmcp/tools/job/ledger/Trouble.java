package io.minimaxmcp.tools.job.ledger;

import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.ToolException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What can be wrong with the file or its folder, and what a person does about it. */
enum Trouble {
    FULL("its disk is full", "Free some space there, or set MINIMAX_MCP_DATA_DIR to a folder on another disk"),
    UNWRITABLE(
            "the folder or the file cannot be written",
            "Make them writable for this user, or set MINIMAX_MCP_DATA_DIR to a folder that is"),
    BUSY("other processes kept it locked for too long", "Try again"),
    DAMAGED("the file is damaged", "Call again: it is set aside and a new one is begun"),
    BROKEN("the disk reports errors", "Check the disk, or set MINIMAX_MCP_DATA_DIR to a folder on another one");

    private final String what;
    private final String fix;

    Trouble(String what, String fix) {
        this.what = what;
        this.fix = fix;
    }

    /** Which trouble it is; null for a mistake in our own statements. */
    static @Nullable Trouble in(Throwable cause) {
        if (cause instanceof SQLiteException sqlite) {
            return in(sqlite.getResultCode());
        }
        if (cause instanceof FileSystemException file
                && String.valueOf(file.getReason()).contains("No space")) {
            return FULL;
        }
        return cause instanceof IOException ? UNWRITABLE : null;
    }

    private static @Nullable Trouble in(SQLiteErrorCode code) {
        // The low byte is the family; the rest says more than anybody needs to act on.
        return switch (SQLiteErrorCode.getErrorCode(code.code & 0xff)) {
            case SQLITE_FULL -> FULL;
            case SQLITE_PERM, SQLITE_READONLY, SQLITE_CANTOPEN -> UNWRITABLE;
            case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL -> BUSY;
            case SQLITE_CORRUPT, SQLITE_NOTADB -> DAMAGED;
            case SQLITE_IOERR -> BROKEN;
            default -> null;
        };
    }

    /** Whether a connection that met it is to be given up: what it holds may no longer be the file that is there. */
    boolean endsConnection() {
        return this != FULL && this != BUSY;
    }

    /** As callers learn of it; what is no trouble with the file stays a bug of ours. */
    static Throwable asToolException(Throwable cause, LedgerFile file) {
        if (!(cause instanceof SQLException || cause instanceof IOException)) {
            return cause;
        }
        Trouble trouble = in(cause);
        return trouble == null
                ? new IllegalStateException("the ledger refused a statement", cause)
                : trouble.toolException(cause, file);
    }

    /** Whatever keeps the file from being opened is about the machine, not about our statements. */
    static ToolException onOpening(Exception cause, LedgerFile file) {
        Trouble trouble = in(cause);
        return trouble == null
                ? LedgerFailure.unavailable(
                        "The job ledger " + file.path() + " cannot be opened.", "Run `minimax-mcp doctor`.", cause)
                : trouble.toolException(cause, file);
    }

    private ToolException toolException(Throwable cause, LedgerFile file) {
        Failure failure = Failure.of(
                ErrorKind.UNAVAILABLE, "The job ledger " + file.path() + " cannot be used: " + what + ".", fix + ".");
        return new ToolException(this == BUSY || this == DAMAGED ? failure.canBeRetried() : failure, cause);
    }
}
