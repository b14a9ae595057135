package io.minimaxmcp.tools.job;

import io.minimaxmcp.tools.tool.Failure;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** One job that this process drives: its newest version, and how its steps went. Its steps run one after the other. */
final class Course {
    private volatile Job job;
    private volatile CompletionStage<Job> step = new CompletableFuture<>();
    private final CompletableFuture<Void> dropped = new CompletableFuture<>();
    private volatile boolean away;
    private volatile @Nullable String trouble;
    private volatile @Nullable Failure doubt;
    private volatile Sight.@Nullable Unkept unkept;
    private volatile @Nullable Instant collectingSince;
    private volatile @Nullable Instant missingSince;
    private volatile boolean sentHere;
    private final @Nullable String trace;
    private volatile int ahead = -1;
    private volatile int looks;
    private volatile int failures;

    /** @param trace of the call that ordered it; null where nobody said, or another process knows */
    Course(Job job, @Nullable String trace) {
        this.job = job;
        this.trace = trace;
    }

    /** Where in a distributed trace the order stands; null where that is not known. */
    @Nullable
    String trace() {
        return trace;
    }

    Job job() {
        return job;
    }

    void reached(Job newest) {
        job = newest;
        away = newest.stage() == JobStage.SENDING;
    }

    /** Completes when nobody here drives the job any more: what waits on its behalf is to wait no longer. */
    CompletionStage<Void> whenDropped() {
        return dropped;
    }

    void drop() {
        dropped.complete(null);
    }

    /** The step that is being taken. */
    CompletionStage<Job> step() {
        return step;
    }

    void stepping(CompletionStage<Job> begun) {
        step = begun;
    }

    /** Whether the paid request may be on its way: a process that ends now would lose the answer. */
    boolean isAway() {
        return away;
    }

    void away(boolean soon) {
        away = soon;
    }

    /** How many requests wait before this one for MiniMax's rate limit; negative when that is not known. */
    int ahead() {
        return ahead;
    }

    void queuedBehind(int others) {
        ahead = others;
    }

    /** Why the last step has to be repeated, for people to read; null while all goes well. */
    @Nullable
    String trouble() {
        return trouble;
    }

    /** What was heard when the answer to the paid request was lost, where anything was. */
    @Nullable
    Failure doubt() {
        return doubt;
    }

    void doubted(Failure lostAnswer) {
        doubt = lostAnswer;
    }

    /** MiniMax's answer, where it came and could not be kept so far. */
    Sight.@Nullable Unkept unkept() {
        return unkept;
    }

    void unkept(Sight.@Nullable Unkept answer) {
        unkept = answer;
    }

    /**
     * Since when this process tries to fetch the result: a machine that was off has not tried.
     *
     * @param now where this is the first time
     */
    Instant collectingSince(Instant now) {
        Instant since = collectingSince;
        if (since == null) {
            since = now;
            collectingSince = now;
        }
        return since;
    }

    /** Since when MiniMax says, look after look, that it does not know the task; now where it has just begun, or does not. */
    Instant missing(boolean isMissing, Instant now) {
        Instant since = isMissing && missingSince != null ? missingSince : now;
        missingSince = isMissing ? since : null;
        return since;
    }

    /** Whether it was this process that sent the paid request: what it hears in answer nobody else can know. */
    boolean isSentHere() {
        return sentHere;
    }

    void sentHere() {
        sentHere = true;
    }

    /** Counts a step that worked; returns how many did before. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // one step at a time
    int wentWell() {
        trouble = null;
        failures = 0;
        return looks++;
    }

    boolean hasGoneWell(int times) {
        return looks >= times;
    }

    /** Whether the last steps have failed so many times in a row. */
    boolean hasGoneWrong(int times) {
        return failures >= times;
    }

    /** Counts a step that failed; returns how many have in a row. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // one step at a time
    int wentWrong(String why) {
        trouble = why;
        return ++failures;
    }
}
