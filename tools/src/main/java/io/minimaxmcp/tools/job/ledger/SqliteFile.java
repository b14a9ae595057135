package io.minimaxmcp.tools.job.ledger;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The database file: makes it, opens it, knows whether it is sound, and notices when it is no longer there. */
final class SqliteFile {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteFile.class);

    private final LedgerFile file;
    private final Clock clock;
    private final List<String> pragmas;
    private @Nullable Object soundKey;

    /** @param pragmas run on every connection, beside those that durability needs */
    SqliteFile(LedgerFile file, Clock clock, List<String> pragmas) {
        this.file = file;
        this.clock = clock;
        this.pragmas = pragmas;
    }

    LedgerFile place() {
        return file;
    }

    /** A connection to a sound file with the newest schema. Blocks. */
    synchronized Sql open() {
        try {
            Files.createDirectories(file.folder());
            try (var lock = new OpeningLock(file)) {
                lock.acquire();
                create();
                return sound();
            }
        } catch (IOException | SQLException e) {
            throw Trouble.onOpening(e, file);
        }
    }

    private Sql sound() throws IOException, SQLException {
        try {
            return connect();
        } catch (SQLException e) {
            if (Trouble.in(e) != Trouble.DAMAGED) {
                throw e;
            }
            Path aside = new Quarantine(file, clock).setAside();
            create();
            Sql sql = connect();
            salvage(aside, sql);
            return sql;
        }
    }

    /** What cannot be brought over is not worth going without a ledger. */
    private static void salvage(Path aside, Sql sql) throws SQLException {
        try {
            new Salvage(aside, sql).run();
        } catch (IOException unreadable) {
            LOG.atWarn().addKeyValue("file", aside).setCause(unreadable).log("the damaged ledger could not be read");
        }
    }

    /** Tells one file from another at the same path; null when there is none, or where the system cannot tell. */
    @Nullable
    Object key() {
        try {
            return Files.readAttributes(file.path(), BasicFileAttributes.class).fileKey();
        } catch (IOException gone) {
            return null;
        }
    }

    /** Has the file looked over again when it is next opened. */
    synchronized void suspect() {
        soundKey = null;
    }

    /** Jobs hold prompts: only their owner may read them. SQLite gives its other files the same rights. */
    private void create() throws IOException {
        if (!Files.exists(file.path())) {
            Files.createFile(file.path(), ownerOnly());
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private Sql connect() throws SQLException {
        Object key = key();
        if (key == null || !Objects.equals(key, soundKey)) {
            check();
            soundKey = key;
        }
        Sql sql = connect(durable());
        try {
            for (String pragma : pragmas) {
                sql.run(pragma);
            }
            Migrations.apply(sql, file);
            return sql;
        } catch (SQLException | RuntimeException e) {
            sql.close();
            throw e;
        }
    }

    private Sql connect(SQLiteConfig config) throws SQLException {
        config.setGetGeneratedKeys(false); // a look at each statement's text, for keys that nobody asks for
        config.setBusyTimeout((int) Duration.ofSeconds(20).toMillis());
        return new Sql(config.createConnection("jdbc:sqlite:" + file.path()));
    }

    private static SQLiteConfig durable() {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        return config;
    }

    /** Looks the file over without changing it: closing a connection that may write would tidy the damage up. */
    private void check() throws SQLException {
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        try (Sql sql = connect(config)) {
            String verdict =
                    sql.first("PRAGMA quick_check(1)", row -> row.getString(1)).orElse("nothing");
            if (!verdict.equals("ok")) {
                throw new SQLiteException(verdict, SQLiteErrorCode.SQLITE_CORRUPT);
            }
        }
    }
}
