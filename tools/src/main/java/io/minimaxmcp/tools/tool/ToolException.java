package io.minimaxmcp.tools.tool;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** A failure that the caller can understand and act on; every other exception is a bug of ours. */
public final class ToolException extends RuntimeException {
    private final transient Failure failure;

    public ToolException(Failure failure) {
        super(failure.kind() + ": " + failure.message());
        this.failure = failure;
    }

    public ToolException(Failure failure, Throwable cause) {
        super(failure.kind() + ": " + failure.message(), cause);
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }

    /** A stage that has already failed this way. */
    public static <T> CompletionStage<T> failed(Failure failure) {
        return CompletableFuture.failedFuture(new ToolException(failure));
    }

    /** The {@code ToolException} inside what a stage completed with, or null when it is a bug of ours. */
    public static @Nullable ToolException in(@Nullable Throwable thrown) {
        Throwable cause = unwrap(thrown);
        return cause instanceof ToolException tool ? tool : null;
    }

    /** What a stage really failed with, without the wrappers that futures put around it. */
    public static @Nullable Throwable unwrap(@Nullable Throwable thrown) {
        Throwable cause = thrown;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
