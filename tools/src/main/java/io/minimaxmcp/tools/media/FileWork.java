package io.minimaxmcp.tools.media;

import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.ToolException;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs what touches files on the one executor that may block. */
public final class FileWork {
    private static final Logger LOG = LoggerFactory.getLogger(FileWork.class);

    private final Executor executor;

    public FileWork(Executor executor) {
        this.executor = executor;
    }

    /** Never throws; a disk that fails becomes a {@link ToolException} of kind {@code UNAVAILABLE} that can be tried again. */
    <T> CompletionStage<T> run(Task<T> task) {
        CompletableFuture<T> done = new CompletableFuture<>();
        try {
            executor.execute(() -> complete(done, task));
        } catch (RejectedExecutionException closing) {
            done.completeExceptionally(new ToolException(Failure.of(
                            ErrorKind.UNAVAILABLE,
                            "The server is shutting down.",
                            "Call again once it has restarted; what was paid for is collected then.")
                    .canBeRetried()));
        }
        return done;
    }

    private static <T> void complete(CompletableFuture<T> done, Task<T> task) {
        try {
            done.complete(task.run());
        } catch (IOException broken) {
            LOG.atWarn().setCause(broken).log("file work failed");
            done.completeExceptionally(unavailable(broken));
        } catch (Throwable thrown) { // the stage is the only way out: even an Error must reach whoever waits
            done.completeExceptionally(thrown);
        }
    }

    private static ToolException unavailable(IOException broken) {
        return new ToolException(
                Failure.of(
                                ErrorKind.UNAVAILABLE,
                                "A file could not be read or written on the server: " + reason(broken) + ".",
                                "Check the disk and the folders that the status tool shows, then call again.")
                        .canBeRetried(),
                broken);
    }

    private static String reason(IOException broken) {
        String message = broken.getMessage();
        return message == null ? broken.getClass().getSimpleName() : message;
    }

    /** Something that reads or writes files. */
    @FunctionalInterface
    interface Task<T> {
        T run() throws IOException;
    }
}
