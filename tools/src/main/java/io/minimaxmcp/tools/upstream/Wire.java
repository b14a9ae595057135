package io.minimaxmcp.tools.upstream;

import java.time.InstantSource;
import java.util.concurrent.Executor;

/** What every attempt needs to be sent and understood. */
record Wire(
        Connections connections,
        Resolver resolver,
        UpstreamCodes codes,
        ReplyReader reader,
        InstantSource clock,
        Executor workers) {

    Attempt attempt(Trip trip, int number) {
        return new Attempt(this, trip, number);
    }
}
