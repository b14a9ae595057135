package io.minimaxmcp.tools.upstream;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Lets only so many large answers come in at once. The others wait on the wire, where they take no memory: a process that runs out of
 * it loses every answer it has, of all tenants.
 */
final class LargeReplies {
    /** An answer is let in up to here without asking: hardly any has more, unless media are inside. */
    static final int SMALL = 1024 * 1024;

    private final Deque<Ticket> waiting = new ArrayDeque<>();
    private int free;

    LargeReplies(int atOnce) {
        free = atOnce;
    }

    /** @param goOn is run once, when the answer may come in: at once, or on the thread of whoever has made room */
    Ticket enter(Runnable goOn) {
        Ticket ticket = new Ticket(goOn);
        synchronized (this) {
            waiting.add(ticket);
        }
        letIn();
        return ticket;
    }

    private void letIn() {
        Ticket next;
        synchronized (this) {
            next = free > 0 ? waiting.poll() : null;
            if (next != null) {
                free--;
            }
        }
        if (next != null) {
            next.goOn.run();
        }
    }

    /** Of one answer, until nobody needs it in memory any more. */
    final class Ticket {
        private final Runnable goOn;
        private boolean left;

        private Ticket(Runnable goOn) {
            this.goOn = goOn;
        }

        /** Makes room for the next one, whatever became of this one; only the first time. */
        void leave() {
            synchronized (LargeReplies.this) {
                if (left) {
                    return;
                }
                left = true;
                if (!waiting.remove(this)) {
                    free++;
                }
            }
            letIn();
        }
    }
}
