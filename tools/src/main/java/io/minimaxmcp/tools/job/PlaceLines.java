package io.minimaxmcp.tools.job;

import io.minimaxmcp.tools.upstream.Cap;
import io.minimaxmcp.tools.upstream.Caps;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Sees to it that no more jobs are under way at MiniMax than the account's caps allow. What is under no cap passes at no cost. */
final class PlaceLines {
    private final Caps caps;
    private final JobLedger ledger;
    private final JobTimer timer;
    private final Map<Cap, PlaceLine> lines = new ConcurrentHashMap<>();

    PlaceLines(Caps caps, JobLedger ledger, JobTimer timer) {
        this.caps = caps;
        this.ledger = ledger;
        this.timer = timer;
    }

    /** Completes when the job may be sent as far as caps go. */
    CompletionStage<Void> enter(Course course, JobSource source) {
        Cap cap = cap(course.job(), source);
        return cap == null ? CompletableFuture.completedFuture(null) : line(cap).enter(course);
    }

    /** Gives the place back of a job that was to be sent and was not; completes whatever comes of it. */
    CompletionStage<Void> stayed(Job job, JobSource source) {
        return cap(job, source) == null || job.stage() != JobStage.QUEUED
                ? CompletableFuture.completedFuture(null)
                : ledger.leavePlace(job).exceptionally(isTakenUpWithItsPlace -> null);
    }

    /** Looks whether somebody can go now, where a job has come so far that it needs no place any more. */
    void went(Job job, JobSource source) {
        Cap cap = job.stage().isBeforeTheEndOfItsTask() ? null : cap(job, source);
        if (cap != null) {
            line(cap).ask();
        }
    }

    private @Nullable Cap cap(Job job, JobSource source) {
        return caps.of(job.tenant(), source.endpoint(job.order()).lane());
    }

    private PlaceLine line(Cap cap) {
        return lines.computeIfAbsent(cap, made -> new PlaceLine(made, ledger, timer));
    }
}
