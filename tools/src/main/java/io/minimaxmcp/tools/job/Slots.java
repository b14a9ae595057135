package io.minimaxmcp.tools.job;

import io.minimaxmcp.tools.upstream.Line;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets so many things be under way at once; of the rest tenants take turns, and each costs a small object. */
final class Slots {
    private final Line<Runnable> waiting = new Line<>();
    private final Executor worker;
    private int free;
    private boolean starting;

    /** @param worker where work is started: never on the thread of whoever asked for it or freed its slot */
    Slots(int limit, Executor worker) {
        free = limit;
        this.worker = worker;
    }

    /** Starts the work as soon as a slot is free and it is the tenant's turn. */
    <T> CompletionStage<T> run(String tenant, Supplier<CompletionStage<T>> work) {
        var outcome = new CompletableFuture<T>();
        synchronized (waiting) {
            waiting.add(tenant, () -> start(work, outcome));
        }
        startWaiting();
        return outcome;
    }

    private <T> void start(Supplier<CompletionStage<T>> work, CompletableFuture<T> outcome) {
        begun(work).whenComplete((value, problem) -> {
            synchronized (waiting) {
                free++;
            }
            if (problem == null) {
                outcome.complete(value);
            } else {
                outcome.completeExceptionally(problem);
            }
            startWaiting();
        });
    }

    /** Whatever is thrown, the slot is free again afterwards. */
    private static <T> CompletionStage<T> begun(Supplier<CompletionStage<T>> work) {
        try {
            return work.get();
        } catch (RuntimeException | Error thrown) {
            return CompletableFuture.failedFuture(thrown);
        }
    }

    /** In a loop of one thread at a time, so that work that ends at once does not pile up on the stack. */
    private void startWaiting() {
        for (Runnable next = firstOfLoop(); next != null; next = nextOfLoop()) {
            worker.execute(next);
        }
    }

    private @Nullable Runnable firstOfLoop() {
        synchronized (waiting) {
            if (starting) {
                return null;
            }
            starting = true;
            return nextOfLoop();
        }
    }

    private @Nullable Runnable nextOfLoop() {
        synchronized (waiting) {
            if (free == 0 || waiting.isEmpty()) {
                starting = false;
                return null;
            }
            free--;
            return waiting.next();
        }
    }
}
