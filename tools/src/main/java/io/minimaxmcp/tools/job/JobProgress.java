package io.minimaxmcp.tools.job;

import java.time.Clock;
import java.time.Duration;

/** How far an unfinished job is, as a number and a sentence. MiniMax gives no percentage: it is made of state and time. */
final class JobProgress {
    private static final double AT_TYPICAL_TIME = 90;
    private static final double NEVER_MORE_THAN = 99.9;

    private final JobTracker tracker;
    private final Clock clock;

    JobProgress(JobTracker tracker, Clock clock) {
        this.tracker = tracker;
        this.clock = clock;
    }

    /** Tells a visit of the job as it is now. */
    void tell(Visit visit, Job job) {
        Duration elapsed = elapsed(job);
        Duration typical = TypicalTime.of(job);
        visit.tell(share(elapsed, typical), sentence(job, elapsed, typical));
    }

    Duration elapsed(Job job) {
        Duration elapsed = Duration.between(job.createdAt(), job.stage().isFinal() ? job.updatedAt() : clock.instant());
        return elapsed.isNegative() ? Duration.ZERO : elapsed;
    }

    /** What the job does now: {@code MiniMax works on it (Processing)}. */
    String state(Job job) {
        return switch (job.stage()) {
            case QUEUED -> queued(tracker.ahead(job));
            case SENDING -> "MiniMax works on it";
            case RUNNING ->
                job.upstreamState() == null
                        ? "MiniMax works on it"
                        : "MiniMax works on it (" + job.upstreamState() + ")";
            case COLLECTING -> "MiniMax is done, fetching the result";
            case SUCCEEDED, FAILED, CANCELLED, UNKNOWN -> job.stage().status();
        };
    }

    /** What goes wrong at the moment and is being repeated; empty where nothing does. */
    String trouble(Job job) {
        String trouble = tracker.trouble(job.id());
        return trouble == null ? "" : " Trying again after: " + Phrases.within(200, trouble);
    }

    private static String queued(int ahead) {
        return ahead == 0
                ? "Waiting to be sent"
                : "Waiting to be sent, " + ahead + " ahead of it in this server's queue";
    }

    private String sentence(Job job, Duration elapsed, Duration typical) {
        String usually = elapsed.compareTo(typical) < 0 ? ", usually takes about " : ", longer than the usual ";
        return state(job) + ", " + Phrases.time(elapsed) + " so far" + usually + Phrases.time(typical) + "."
                + trouble(job);
    }

    /** Even up to the typical time, then ever slower. */
    private static double share(Duration elapsed, Duration typical) {
        double times = (double) elapsed.toMillis() / typical.toMillis();
        return times < 1
                ? AT_TYPICAL_TIME * times
                : AT_TYPICAL_TIME + (NEVER_MORE_THAN - AT_TYPICAL_TIME) * (1 - 1 / times);
    }
}
