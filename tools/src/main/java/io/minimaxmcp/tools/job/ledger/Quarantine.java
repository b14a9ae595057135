package io.minimaxmcp.tools.job.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets a damaged ledger aside, whole and under a name of its own, so that a new one can be begun. */
final class Quarantine {
    /** Looks whether the file is damaged still: another process may have dealt with it. */
    interface Examination {
        boolean isDamaged() throws SQLException, IOException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final long LOCK_PAUSE_NANOS = 20_000_000;

    private final LedgerFile file;
    private final Clock clock;

    Quarantine(LedgerFile file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /** Of several processes that find the damage at once, one moves the file, and none moves the new one. */
    void setAside(Examination examination) throws SQLException, IOException {
        Path lock = file.path().resolveSibling(file.name() + ".lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock(channel);
            if (examination.isDamaged()) {
                move();
            }
        }
    }

    private static void lock(FileChannel channel) throws IOException {
        while (true) {
            try {
                channel.lock();
                return;
            } catch (OverlappingFileLockException heldInThisProcess) {
                LockSupport.parkNanos(LOCK_PAUSE_NANOS);
            }
        }
    }

    private void move() throws IOException {
        Path aside = unusedName();
        for (String part : new String[] {"", "-wal", "-shm"}) {
            Path source = file.path().resolveSibling(file.name() + part);
            if (Files.exists(source)) {
                Files.move(source, aside.resolveSibling(aside.getFileName() + part));
            }
        }
        LOG.atWarn()
                .addKeyValue("file", file.path())
                .addKeyValue("setAside", aside)
                .log("The job ledger was damaged: it was set aside and a new one is begun");
    }

    private Path unusedName() {
        Instant stamp = clock.instant();
        while (true) {
            Path name = file.path().resolveSibling(file.name() + LedgerFile.SET_ASIDE + STAMP.format(stamp));
            if (!Files.exists(name)) {
                return name;
            }
            stamp = stamp.plusMillis(1);
        }
    }
}
