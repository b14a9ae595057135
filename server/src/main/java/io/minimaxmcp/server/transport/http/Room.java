package io.minimaxmcp.server.transport.http;

import java.util.concurrent.atomic.AtomicLong;

/** How much memory something may take up, all clients together. */
final class Room {
    private final AtomicLong left;

    Room(long bytes) {
        this.left = new AtomicLong(bytes);
    }

    /** Takes so much of it, or nothing where less is left. */
    boolean take(int bytes) {
        if (left.addAndGet(-bytes) >= 0) {
            return true;
        }
        left.addAndGet(bytes);
        return false;
    }

    void giveBack(int bytes) {
        left.addAndGet(bytes);
    }
}
