package io.minimaxmcp.tools.upstream;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import dev.failsafe.Timeout;
import dev.failsafe.spi.Scheduler;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.ToolException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files from elsewhere to disk: streamed, bounded in bytes and time, continued where they broke off. Failures say {@code charged: no},
 * for a download costs nothing; whether what is downloaded was paid for is for the caller to say.
 */
final class Downloads {
    private static final Logger LOG = LoggerFactory.getLogger(Downloads.class);

    private final Connections connections;
    private final AddressPolicy addresses;
    private final Patience patience;
    private final Scheduler scheduler;
    private final Executor workers;
    private final Lookups lookups = new Lookups();

    Downloads(
            Connections connections,
            AddressPolicy addresses,
            Patience patience,
            Scheduler scheduler,
            Executor workers) {
        this.connections = connections;
        this.addresses = addresses;
        this.patience = patience;
        this.scheduler = scheduler;
        this.workers = workers;
    }

    /** timeout( retry( one leg )). */
    CompletionStage<Download> fetch(DownloadRequest request) {
        Transfer transfer = new Transfer(connections, addresses, request, workers, lookups);
        return Failsafe.with(Timeout.<Download>of(request.patience()))
                .compose(retry(request))
                .with(scheduler)
                .getStageAsync(breakOff -> {
                    breakOff.onCancel(transfer::abort);
                    return transfer.leg();
                })
                .handleAsync((download, thrown) -> end(request, download, thrown), workers);
    }

    private RetryPolicy<Download> retry(DownloadRequest request) {
        return RetryPolicy.<Download>builder()
                .handleIf(Downloads::isPassing)
                .withBackoff(patience.firstDelay(), patience.longestDelay())
                .withJitter(0.2)
                .withMaxAttempts(patience.throttledAttempts())
                .onRetry(again -> LOG.atInfo()
                        .addKeyValue("endpoint", request.url().getHost())
                        .addKeyValue("attempt", again.getAttemptCount())
                        .log("download broke off: going on"))
                .build();
    }

    private static boolean isPassing(Throwable thrown) {
        Fault.Line line = Transport.line(Transport.unwrap(thrown), false);
        return line != null && line != Fault.Line.TLS;
    }

    private static Download end(DownloadRequest request, @Nullable Download download, @Nullable Throwable thrown) {
        if (download instanceof Download.Saved) {
            return download;
        }
        discard(request.file());
        if (download != null) {
            return download;
        }
        throw failure(request, Transport.unwrap(Objects.requireNonNull(thrown)));
    }

    private static RuntimeException failure(DownloadRequest request, Throwable cause) {
        if (cause instanceof ToolException known) {
            return known;
        }
        if (cause instanceof PartialFile.DiskFault) {
            return new ToolException(
                    Failure.of(
                            ErrorKind.UNAVAILABLE,
                            "A file could not be written on the server's disk.",
                            "Free some space or check the permissions of the output and data folders, then call again."),
                    cause);
        }
        Fault.Line line = Transport.line(cause, true);
        if (line == null) {
            return new CompletionException(cause);
        }
        Failure failure = Failure.of(
                line == Fault.Line.TIMEOUT ? ErrorKind.TIMEOUT : ErrorKind.UNAVAILABLE,
                "The download from " + request.url().getHost() + " did not finish.",
                "Call again in a minute.");
        return new ToolException(failure.canBeRetried(), cause);
    }

    private static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.atWarn().setCause(e).log("the rest of a broken download could not be deleted: {}", file.getFileName());
        }
    }
}
