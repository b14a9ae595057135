package io.minimaxmcp.tools.job;

import io.minimaxmcp.tools.tool.Failure;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What one look at a job upstream saw. That the look itself failed is not a sight: it fails the stage. */
public sealed interface Sight {
    @Nullable
    String traceId();

    /**
     * MiniMax works on it.
     *
     * @param state in MiniMax's own words ({@code Queueing})
     * @param told what it tells already; null where that is nothing new
     */
    record Underway(
            String taskId,
            String state,
            @Nullable String traceId,
            @Nullable Told told) implements Sight {
        public Underway(String taskId, String state, @Nullable String traceId) {
            this(taskId, state, traceId, null);
        }
    }

    /**
     * MiniMax is done.
     *
     * @param outputs may be empty only for jobs that make no files
     * @param voice the voice that was made, where one was
     */
    record Done(
            List<Output> outputs,
            @Nullable String voice,
            @Nullable String traceId,
            @Nullable Told told) implements Sight {
        public Done {
            outputs = List.copyOf(outputs);
        }

        /** A result of which nothing is to be told. */
        public Done(List<Output> outputs, @Nullable String voice, @Nullable String traceId) {
            this(outputs, voice, traceId, null);
        }

        public Done telling(@Nullable Told words) {
            return new Done(outputs, voice, traceId, words);
        }
    }

    /**
     * MiniMax has answered, and what it said cannot be kept now. The answer is in this process's memory alone.
     *
     * @param again tries to keep it again
     * @param problem why it could not be kept
     */
    record Unkept(Supplier<CompletionStage<Sight>> again, Throwable problem) implements Sight {
        @Override
        public @Nullable String traceId() {
            return null;
        }
    }

    /** MiniMax says that it came to nothing. */
    record Lost(Failure failure, @Nullable String traceId) implements Sight {}
}
