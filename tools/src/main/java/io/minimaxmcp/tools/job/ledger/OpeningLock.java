package io.minimaxmcp.tools.job.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;

/**
 * Held by the one process that opens a ledger, among all that would at the same time: so that a damaged one is moved away once, and
 * nobody opens the new one while parts of the old are still on their way. The system lets go of it for a process that dies.
 */
final class OpeningLock implements AutoCloseable {
    private static final long PAUSE_NANOS = 20_000_000;

    private final FileChannel channel;

    OpeningLock(LedgerFile file) throws IOException {
        Path path = file.path().resolveSibling(file.name() + ".lock");
        this.channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** Blocks until nobody else holds it. */
    void acquire() throws IOException {
        while (true) {
            try {
                channel.lock();
                return;
            } catch (OverlappingFileLockException heldByAnotherThread) {
                // The system's lock knows only processes: another ledger of this one is told apart by trying.
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    /** Lets go of the lock with the file that carries it. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
