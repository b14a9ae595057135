package io.minimaxmcp.tools.job.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets a damaged ledger aside, whole and under a name of its own, so that a new one can be begun. */
final class Quarantine {
    private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final List<String> PARTS = List.of("", "-wal", "-shm");

    private final LedgerFile file;
    private final Clock clock;

    Quarantine(LedgerFile file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /** Says where it is now. Only for who holds the {@link OpeningLock}. */
    Path setAside() throws IOException {
        Path aside = unusedName();
        for (String part : PARTS) {
            Path source = file.path().resolveSibling(file.name() + part);
            if (Files.exists(source)) {
                Files.move(source, aside.resolveSibling(aside.getFileName() + part));
            }
        }
        LOG.atWarn()
                .addKeyValue("file", file.path())
                .addKeyValue("setAside", aside)
                .log("The job ledger was damaged: it was set aside and a new one is begun");
        return aside;
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
