package io.minimaxmcp.tools.capability.video;

import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.ToolException;
import io.minimaxmcp.tools.upstream.AttemptListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Keeps a request from leaving that relies on what was seen just now, when it had to wait for too long. */
final class FreshLook implements AttemptListener {
    private final Clock clock;
    private final Instant until;

    FreshLook(Clock clock, Duration good) {
        this.clock = clock;
        this.until = clock.instant().plus(good);
    }

    @Override
    public CompletionStage<Void> leaving() {
        return clock.instant().isAfter(until)
                ? ToolException.failed(Failure.of(
                                ErrorKind.UNAVAILABLE,
                                "Too many requests are waiting to be sent for it to be cancelled safely.",
                                "Try again in a few seconds.")
                        .canBeRetried())
                : CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Void> notTaken() {
        return CompletableFuture.completedFuture(null);
    }
}
