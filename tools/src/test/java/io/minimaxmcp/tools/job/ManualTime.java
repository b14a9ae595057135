package io.minimaxmcp.tools.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Time that passes only when a test says so; what falls due runs on the test's thread, in order. */
final class ManualTime extends Clock {
    private final List<Due> due = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-23T08:00:00Z");

    private record Due(Instant at, Runnable task, ManualTimer owner) {}

    JobTimer timer() {
        return new ManualTimer();
    }

    void pass(Duration time) {
        Instant end = now.plus(time);
        while (true) {
            Due next = due.stream()
                    .filter(entry -> !entry.at().isAfter(end))
                    .min(Comparator.comparing(Due::at))
                    .orElse(null);
            if (next == null) {
                now = end;
                return;
            }
            due.remove(next);
            now = next.at().isAfter(now) ? next.at() : now;
            next.task().run();
        }
    }

    /** The machine sleeps, or its clock is set: nothing runs meanwhile. */
    void sleep(Duration time) {
        now = now.plus(time);
    }

    /** How many things are to run later. */
    int pending() {
        return due.size();
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    private final class ManualTimer implements JobTimer {
        private boolean closed;

        @Override
        public Timeout after(Duration delay, Runnable task) {
            if (closed) {
                return () -> {};
            }
            Due entry = new Due(now.plus(delay), task, this);
            due.add(entry);
            return () -> due.remove(entry);
        }

        @Override
        public void close() {
            closed = true;
            due.removeIf(entry -> entry.owner() == this);
        }
    }
}
