package io.minimaxmcp.tools.job;

import io.minimaxmcp.tools.tool.Tenant;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All that deals with the jobs of one process, put together. Owns the ledger and the timer it is given. */
public final class Jobs implements AutoCloseable {
    private final JobSettings settings;
    private final JobLedger ledger;
    private final JobTimer timer;
    private final JobWatch watch;
    private final JobTracker tracker;
    private final Rounds rounds;
    private final JobDesk desk;

    public Jobs(JobParts parts) {
        this.settings = parts.settings();
        this.ledger = parts.ledger();
        this.timer = parts.timer();
        this.watch = new JobWatch(ledger, timer);
        Map<String, JobSource> sources =
                parts.sources().stream().collect(Collectors.toMap(JobSource::name, Function.identity()));
        var closing = new AtomicBoolean();
        var pace = new Pace(parts.settings().pollEvery(), parts.random()::nextDouble);
        var books = new Books(ledger, watch, timer, pace);
        var places = new PlaceLines(parts.caps(), ledger, timer);
        var runner =
                new JobRunner(sources, parts.keeper(), books, places, parts.settings(), parts.clock(), closing::get);
        this.tracker = new JobTracker(runner, watch, new Workplaces(parts.worker()), pace, timer, closing);
        this.rounds = new Rounds(ledger, tracker, parts.settings(), timer, parts.clock(), parts.served());
        this.desk = new JobDesk(parts, sources, watch, tracker, rounds);
    }

    /** Takes up what other processes left unfinished, now and from time to time. */
    public void start() {
        rounds.start();
    }

    public JobDesk desk() {
        return desk;
    }

    public JobSettings settings() {
        return settings;
    }

    public JobWatch watch() {
        return watch;
    }

    /** How many jobs this process has under way. */
    public int underWay() {
        return tracker.size();
    }

    /** How many jobs this process has at which stage. */
    public Map<JobStage, Integer> stages() {
        return tracker.stages();
    }

    /** Whether this process has jobs of the tenant under way. */
    public boolean isBusyFor(Tenant tenant) {
        return tracker.isBusyFor(tenant);
    }

    /**
     * Sends nothing any more. Completes when no paid request is on its way whose answer would be lost, which takes as long as MiniMax
     * takes to answer; never fails.
     */
    public CompletionStage<Void> drain() {
        return tracker.drain();
    }

    /** Lets go of all jobs at once, for another process to take up. */
    @Override
    public void close() {
        tracker.drain();
        timer.close();
        ledger.close();
    }
}
