package io.minimaxmcp.tools.job;

import io.minimaxmcp.tools.tool.ToolException;
import io.minimaxmcp.tools.upstream.AttemptListener;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes down that a paid request leaves before it does: when that cannot be written, or its result could not be kept, it does not leave.
 */
final class Departure implements AttemptListener {
    private final Course course;
    private final ResultKeeper keeper;
    private final Books books;
    private final Clock clock;
    private final BooleanSupplier closing;
    private final CompletableFuture<Void> read = new CompletableFuture<>();
    private volatile boolean letGo;
    private volatile boolean stayed;

    /** @param closing whether this process is about to end, and should leave what has not left to the next one */
    Departure(Course course, ResultKeeper keeper, Books books, Clock clock, BooleanSupplier closing) {
        this.course = course;
        this.keeper = keeper;
        this.books = books;
        this.clock = clock;
        this.closing = closing;
    }

    /** Whether it did not leave because the job is not this process's to send any more. */
    boolean isLetGo() {
        return letGo;
    }

    /** Whether it did not leave for a reason that passes, such as a ledger that cannot be written now: it is to be sent later. */
    boolean hasStayed() {
        return stayed;
    }

    @Override
    public @Nullable String trace() {
        return course.trace();
    }

    @Override
    public void queued(int ahead) {
        course.queuedBehind(ahead);
    }

    /** The answer is on the disk, or there is none. */
    void read() {
        read.complete(null);
    }

    @Override
    public void whenRead(Runnable letGo) {
        CompletionStage<Void> told = read;
        told.thenRun(letGo);
    }

    @Override
    public void whenGivenUp(Runnable leave) {
        course.whenDropped().thenRun(() -> {
            letGo = true;
            leave.run();
        });
    }

    @Override
    public CompletionStage<Void> leaving() {
        course.away(true);
        if (closing.getAsBoolean()) {
            course.away(false);
            letGo = true;
            return CompletableFuture.failedFuture(
                    new StaleJobException(course.job().id()));
        }
        return keeper.ready(course.job())
                .thenCompose(ready -> write(course.job().sending(clock.instant())))
                .thenAccept(left -> course.sentHere())
                .exceptionallyCompose(problem -> {
                    ToolException told = ToolException.in(problem);
                    stayed = told != null && told.failure().retryable();
                    course.away(false);
                    return CompletableFuture.failedFuture(problem);
                });
    }

    @Override
    public CompletionStage<Void> notTaken() {
        return write(course.job().notTaken(clock.instant()));
    }

    private CompletionStage<Void> write(Job changed) {
        return books.write(course, changed).handle((stored, problem) -> {
            if (problem == null) {
                return null;
            }
            letGo = ToolException.unwrap(problem) instanceof StaleJobException;
            throw new CompletionException(problem);
        });
    }
}
