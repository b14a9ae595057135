package io.minimaxmcp.tools.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.minimaxmcp.tools.tool.Stages;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SlotsTest {
    private final Slots slots = new Slots(2, Runnable::run);

    @Test
    void startsNoMoreThanItsSlotsAndTheRestInTheirOrder() {
        var underWay = new ArrayDeque<CompletableFuture<Integer>>();
        for (int i = 0; i < 5; i++) {
            slots.run("tenant", () -> begun(underWay));
        }
        assertThat(underWay).hasSize(2);

        underWay.remove().complete(1);
        underWay.remove().completeExceptionally(new IllegalStateException("it failed"));

        assertThat(underWay).hasSize(2);
    }

    private static CompletableFuture<Integer> begun(ArrayDeque<CompletableFuture<Integer>> underWay) {
        var work = new CompletableFuture<Integer>();
        underWay.add(work);
        return work;
    }

    @Test
    void doesNotPileUpWorkThatEndsAtOnce() {
        var busy = new CompletableFuture<Integer>();
        var done = new AtomicInteger();
        slots.run("tenant", () -> busy);
        slots.run("tenant", () -> busy);
        for (int i = 0; i < 100_000; i++) {
            slots.run("tenant", () -> Stages.of(done.incrementAndGet()));
        }

        busy.complete(0);

        assertThat(done).hasValue(100_000);
    }
}
