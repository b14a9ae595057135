package io.minimaxmcp.server.transport.http;

import io.minimaxmcp.tools.tool.Tenant;
import java.util.HashMap;
import java.util.Map;

/**
 * Divides what there is only so much of: nobody holds more than is left for others, so that whoever comes next finds something, however
 * greedy one is.
 */
final class Shares {
    private final Map<Tenant, Long> held = new HashMap<>();
    private long free;

    Shares(long whole) {
        this.free = whole;
    }

    /** Gives so much of it, or nothing where that would be too much for one. */
    synchronized boolean take(Tenant holder, long much) {
        long own = held.getOrDefault(holder, 0L) + much;
        if (own > free - much) {
            return false;
        }
        held.put(holder, own);
        free -= much;
        return true;
    }

    synchronized void giveBack(Tenant holder, long much) {
        held.computeIfPresent(holder, (who, own) -> own > much ? own - much : null);
        free += much;
    }

    /** Something that is taken bit by bit and given back at once. */
    Portion portion(Tenant holder) {
        return new Portion(holder);
    }

    /** What one thing takes up, until it is over. */
    final class Portion {
        private final Tenant holder;
        private long much;
        private boolean over;
        private boolean kept;

        private Portion(Tenant holder) {
            this.holder = holder;
        }

        /** Takes more of it, if there is more and it is not over. */
        synchronized boolean take(long more) {
            boolean taken = !over && Shares.this.take(holder, more);
            much += taken ? more : 0;
            return taken;
        }

        /** From now on it is not {@link #endUnlessKept over with the exchange}. */
        synchronized void keep() {
            kept = true;
        }

        synchronized void endUnlessKept() {
            if (!kept) {
                end();
            }
        }

        /** Gives all back, the first time. */
        synchronized void end() {
            if (!over) {
                over = true;
                giveBack(holder, much);
            }
        }
    }
}
