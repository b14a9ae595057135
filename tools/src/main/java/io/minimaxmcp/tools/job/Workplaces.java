package io.minimaxmcp.tools.job;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** How much of each kind of work is done at once. Rate limits are the lanes' business; this bounds memory and sockets. */
final class Workplaces {
    private static final int SENDS_OF_A_SOURCE = 64;
    private static final int LOOKS = 64;
    private static final int COLLECTIONS = 8;

    private final Map<String, Slots> sends = new ConcurrentHashMap<>();
    private final Slots looks;
    private final Slots collections;
    private final Executor worker;

    Workplaces(Executor worker) {
        this.worker = worker;
        this.looks = new Slots(LOOKS, worker);
        this.collections = new Slots(COLLECTIONS, worker);
    }

    /** Where the job's next step is done. Kinds do not wait for each other: a long song does not hold up speech. */
    Slots of(Job job) {
        return switch (job.stage()) {
            case QUEUED -> sends.computeIfAbsent(job.order().source(), source -> new Slots(SENDS_OF_A_SOURCE, worker));
            case COLLECTING -> collections;
            case SENDING, RUNNING, SUCCEEDED, FAILED, CANCELLED, UNKNOWN -> looks;
        };
    }
}
