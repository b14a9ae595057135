package io.minimaxmcp.tools.upstream;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** What every attempt needs to be sent and understood. */
record Wire(
        Connections connections,
        Resolver resolver,
        UpstreamCodes codes,
        ReplyReader reader,
        InstantSource clock,
        Executor workers,
        Consumer<AttemptReport> told) {

    Attempt attempt(Trip trip, int number) {
        return new Attempt(this, trip, number);
    }
}
