package io.minimaxmcp.tools.job;

import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.upstream.Cap;
import io.minimaxmcp.tools.upstream.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The jobs of this process that wait for a place under one cap. Tenants take turns; the ledger is asked for all of them at once. */
final class PlaceLine {
    private final Cap cap;
    private final JobLedger ledger;
    private final JobTimer timer;
    private final Line<Waiter> waiting = new Line<>();
    private boolean asking;
    private boolean askAgain;
    private JobTimer.@Nullable Timeout alarm;

    PlaceLine(Cap cap, JobLedger ledger, JobTimer timer) {
        this.cap = cap;
        this.ledger = ledger;
        this.timer = timer;
    }

    /** Completes when the job has a place, or is somebody else's now. */
    CompletionStage<Void> enter(Course course) {
        var waiter = new Waiter(course, new CompletableFuture<>());
        boolean isFirst;
        synchronized (this) {
            waiting.add(course.job().tenant().id(), waiter);
            isFirst = alarm == null;
        }
        if (isFirst) {
            ask();
        }
        course.whenDropped().thenRun(() -> giveUp(waiter));
        return waiter.turn();
    }

    private void giveUp(Waiter waiter) {
        synchronized (this) {
            if (!waiter.turn().isDone()) {
                waiting.giveUp(waiter);
            }
        }
        waiter.leave(new StaleJobException(waiter.course().job().id()));
    }

    /** Asks for those who wait: a place may have become free. */
    void ask() {
        List<Waiter> first;
        synchronized (this) {
            if (asking || waiting.isEmpty()) {
                askAgain = asking;
                return;
            }
            cancelAlarm();
            asking = true;
            askAgain = false;
            first = waiting.all().stream().limit(cap.most()).toList();
        }
        List<Job> jobs = first.stream().map(waiter -> waiter.course().job()).toList();
        Stages.from(() -> ledger.takePlaces(cap, jobs))
                .whenComplete((going, problem) -> answered(first, going == null ? Set.of() : going, problem));
    }

    /** Where the ledger could not be asked, those that it was asked for fail, and come back as their steps are repeated. */
    private void answered(List<Waiter> asked, Set<String> going, @Nullable Throwable problem) {
        List<Waiter> leaving = new ArrayList<>(asked);
        if (problem == null) {
            leaving.removeIf(waiter -> !going.contains(waiter.course().job().id()));
        }
        List<Waiter> staying;
        boolean isUrgent;
        synchronized (this) {
            asking = false;
            leaving.forEach(waiting::remove);
            staying = waiting.all();
            boolean wereAllServed = leaving.size() == asked.size();
            isUrgent = askAgain || (wereAllServed && !staying.isEmpty());
            if (!isUrgent && !staying.isEmpty()) {
                alarm = timer.after(JobLedger.PLACES_ASKED_EVERY, this::wake);
            }
        }
        leaving.forEach(waiter -> waiter.leave(problem));
        for (int place = 0; place < staying.size(); place++) {
            staying.get(place).course().queuedBehind(place);
        }
        if (isUrgent) {
            ask();
        }
    }

    private void wake() {
        synchronized (this) {
            alarm = null;
        }
        ask();
    }

    private void cancelAlarm() {
        if (alarm != null) {
            alarm.cancel();
            alarm = null;
        }
    }

    private record Waiter(Course course, CompletableFuture<Void> turn) {
        void leave(@Nullable Throwable problem) {
            if (problem == null) {
                turn.complete(null);
            } else {
                turn.completeExceptionally(problem);
            }
        }
    }
}
