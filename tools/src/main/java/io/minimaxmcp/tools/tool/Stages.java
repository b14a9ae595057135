package io.minimaxmcp.tools.tool;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What {@link CompletionStage} lacks. */
public final class Stages {
    private Stages() {}

    /** Completed with null. */
    public static <T> CompletionStage<@Nullable T> nothing() {
        return CompletableFuture.completedFuture(null);
    }

    public static <T> CompletionStage<T> of(T value) {
        return CompletableFuture.completedFuture(value);
    }

    /** Completes with all values in order, or fails with the first failure once all are done. */
    public static <T> CompletionStage<List<T>> all(List<? extends CompletionStage<? extends T>> stages) {
        List<CompletableFuture<T>> futures = stages.stream()
                .map(stage -> stage.<T>thenApply(value -> value).toCompletableFuture())
                .toList();
        return CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new))
                .thenApply(
                        ignored -> futures.stream().map(CompletableFuture::join).toList());
    }

    /** Runs code that may throw as a stage that never does. */
    public static <T> CompletionStage<T> from(Supplier<? extends CompletionStage<T>> code) {
        try {
            return code.get();
        } catch (RuntimeException failed) {
            return CompletableFuture.failedFuture(failed);
        }
    }
}
